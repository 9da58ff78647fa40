import { metaJson, type SimulatorAccount, signWebhook } from '@open-mercato/whatsapp-simulator'

/** Somebody who writes. */
export interface Person {
  phone: string
  userId: string
  name: string
}

export interface TextMessage {
  id: string
  from: Person
  text: string
  /** Seconds since 1970. */
  at: number
}

export interface StatusReport {
  /** Of the message that it is about. */
  id: string
  status: 'sent' | 'delivered' | 'read'
  at: number
  to: Person
}

/** Body and header of one POST from Meta. */
export interface SignedDelivery {
  body: string
  signature: string
}

export function person(index: number): Person {
  const digits = String(index).padStart(7, '0')
  return { phone: `4860${digits}`, userId: `PL.10000000${digits}`, name: `Customer ${digits}` }
}

/** One change of one of the account's numbers, written and signed as Meta does. */
export function signedDelivery(
  account: SimulatorAccount,
  phoneNumberId: string,
  { messages = [], statuses = [] }: { messages?: TextMessage[]; statuses?: StatusReport[] },
): SignedDelivery {
  const number = account.numbers.find(({ id }) => id === phoneNumberId)!
  const senders = new Map(messages.map(({ from }) => [from.userId, from]))
  const value = {
    messaging_product: 'whatsapp',
    metadata: {
      display_phone_number: number.displayPhoneNumber.replace(/\D/g, ''),
      phone_number_id: phoneNumberId,
    },
    ...(messages.length > 0 && {
      contacts: [...senders.values()].map(asContact),
      messages: messages.map(asMessage),
    }),
    ...(statuses.length > 0 && { statuses: statuses.map(asStatus) }),
  }
  const body = metaJson({
    object: 'whatsapp_business_account',
    entry: [{ id: account.wabaId, changes: [{ value, field: 'messages' }] }],
  })
  return { body, signature: signWebhook(body, account.appSecret) }
}

function asContact({ name, phone, userId }: Person) {
  return { profile: { name }, wa_id: phone, user_id: userId }
}

function asMessage({ id, from, text, at }: TextMessage) {
  return {
    from: from.phone,
    from_user_id: from.userId,
    id,
    timestamp: String(at),
    text: { body: text },
    type: 'text',
  }
}

function asStatus({ id, status, at, to }: StatusReport) {
  return {
    id,
    status,
    timestamp: String(at),
    recipient_id: to.phone,
    recipient_user_id: to.userId,
    conversation: { id: 'f2b1c0d9e8a7465f9d3c2b1a09876543', origin: { type: 'service' } },
    pricing: { billable: false, pricing_model: 'PMP', type: 'free_customer_service', category: 'service' },
  }
}
