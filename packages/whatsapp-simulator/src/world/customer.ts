/** A person with a phone. `userId` is Meta's business-scoped user id (BSUID), always there; phone and username may not be. */
export type Customer = {
  id: string
  name: string
  /** E.164 with `+`; null for somebody who adopted a username and shows no number. */
  phone: string | null
  username: string | null
  userId: string
  /** Offline: messages stop at `sent` until the phone is on again. */
  online: boolean
  /** Phone number ids of the businesses this person blocked. */
  blockedNumbers: string[]
}

export const defaultCustomers: Customer[] = [
  person('maria', 'Maria Nowak', '+48601234567', 'PL.100000000000001'),
  person('joao', 'João Silva', '+5511912345678', 'BR.100000000000002'),
  { ...person('sam', 'Sam Rivera', null, 'US.100000000000003'), username: 'samrivera' },
  person('anna', 'Anna Schmidt', '+4915123456789', 'DE.100000000000004'),
]

function person(id: string, name: string, phone: string | null, userId: string): Customer {
  return { id, name, phone, username: null, userId, online: true, blockedNumbers: [] }
}

export function waId(customer: Customer): string | null {
  return customer.phone ? customer.phone.slice(1) : null
}
