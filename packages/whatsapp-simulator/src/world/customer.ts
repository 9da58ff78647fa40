/**
 * A person with a phone. `userId` is Meta's business-scoped user id (BSUID) in the home portfolio, always there; phone
 * and username may not be.
 */
export type Customer = {
  id: string
  name: string
  /** E.164 with `+`; null for somebody who never had a number here. */
  phone: string | null
  username: string | null
  userId: string
  /** Offline: messages stop at `sent` until the phone is on again. */
  online: boolean
  /** Phone number ids of the businesses this person blocked. */
  blockedNumbers: string[]
  /** Phone number ids of the businesses that blocked this person: what they write there does not leave. */
  blockedBy: string[]
  /** The phone is there and can be written to, but no business is told of it. Only somebody with a username can hide it. */
  phoneHidden: boolean
  /** Wants no marketing: such templates fail after they were accepted. */
  marketingStopped: boolean
  /** Has a WhatsApp too old for buttons, lists and templates. */
  oldClient: boolean
}

/** How a person is until they change something. */
export const usualHabits = {
  online: true,
  blockedNumbers: [] as string[],
  blockedBy: [] as string[],
  phoneHidden: false,
  marketingStopped: false,
  oldClient: false,
}

export const defaultCustomers: Customer[] = [
  person('maria', 'Maria Nowak', '+48601234567', 'PL.100000000000001'),
  person('joao', 'João Silva', '+5511912345678', 'BR.100000000000002'),
  { ...person('sam', 'Sam Rivera', null, 'US.100000000000003'), username: 'samrivera' },
  person('anna', 'Anna Schmidt', '+4915123456789', 'DE.100000000000004'),
]

/** Somebody of the crowd that writes all at once; the same index is the same person. */
export function personOfCrowd(index: number): Customer {
  const digits = String(index).padStart(4, '0')
  return person(`${CROWD_ID}${index}`, `Crowd ${index}`, `+4850000${digits}`, `PL.20000000000${digits}`)
}

export function isOfCrowd(customer: Customer): boolean {
  return customer.id.startsWith(CROWD_ID)
}

const CROWD_ID = 'crowd-'

function person(id: string, name: string, phone: string | null, userId: string): Customer {
  return { id, name, phone, username: null, userId, ...usualHabits, blockedNumbers: [] }
}

/** The phone as businesses are told of it, digits only; null when they are not. */
export function waId(customer: Customer): string | null {
  return customer.phone && !customer.phoneHidden ? customer.phone.slice(1) : null
}
