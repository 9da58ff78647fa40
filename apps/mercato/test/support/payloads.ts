import type { SimulatorAccount } from '@open-mercato/whatsapp-simulator'

/** Webhook payloads as Meta writes them, made for the test at hand. */
export type Item = MessageItem | { status: Fields } | { change: { field: string; value: Fields } }

interface MessageItem {
  message: Fields
  contact: Fields
}

type Fields = Record<string, unknown>

/** In seconds, as Meta tells the time. */
export const NOW = Math.floor(Date.now() / 1000)

/** The sender, in a message of hers. */
export const MARIA = { from: '48601234567', from_user_id: 'PL.100000000000001' }

/** Who she is, as it stands beside her messages. */
export const MARIA_AS_CONTACT = {
  profile: { name: 'Maria Nowak' },
  wa_id: MARIA.from,
  user_id: MARIA.from_user_id,
}

export function textMessage(options: {
  id: string
  text?: string
  at?: number
  from?: string | null
  userId?: string
  name?: string
}): MessageItem {
  const {
    id,
    text = 'Hello',
    at = NOW,
    from = MARIA.from,
    userId = MARIA.from_user_id,
    name = MARIA_AS_CONTACT.profile.name,
  } = options
  const phone = from === null ? {} : { from }
  return {
    contact: { profile: { name }, ...(from === null ? {} : { wa_id: from }), user_id: userId },
    message: {
      ...phone,
      from_user_id: userId,
      id,
      timestamp: String(at),
      type: 'text',
      text: { body: text },
    },
  }
}

/** Of Maria, of any kind; `more` is what stands beside the content, such as what it quotes. */
export function fromMaria(options: {
  id: string
  type: string
  content: unknown
  at?: number
  more?: Fields
}): MessageItem {
  const { id, type, content, at = NOW, more } = options
  return {
    contact: MARIA_AS_CONTACT,
    message: { ...MARIA, id, timestamp: String(at), type, [type]: content, ...more },
  }
}

/** What the business wrote on its own phone, to Maria. */
export function echo(options: { id: string; text: string; at: number }): Item {
  const item = {
    from: '48221234501',
    to: MARIA.from,
    to_user_id: MARIA.from_user_id,
    id: options.id,
    timestamp: String(options.at),
    type: 'text',
    text: { body: options.text },
  }
  return change('smb_message_echoes', { message_echoes: [item] })
}

/** A call of Maria's. */
export function call(options: { id: string; event: 'connect' | 'terminate'; at: number }): Item {
  const item = {
    ...MARIA,
    id: options.id,
    to: '48221234501',
    event: options.event,
    timestamp: String(options.at),
    direction: 'USER_INITIATED',
    ...(options.event === 'terminate' ? { status: 'COMPLETED', duration: 34 } : {}),
  }
  return change('calls', { calls: [item] })
}

/** Of any field, for what has no builder of its own here. */
export function change(field: string, value: Fields): Item {
  return { change: { field, value } }
}

export function statusReport(options: {
  id: string
  status: string
  at?: number
  callbackData?: string
  errors?: unknown[]
  pricing?: unknown
}): Item {
  const { id, status, at = NOW, callbackData, errors, pricing } = options
  return {
    status: {
      id,
      status,
      timestamp: String(at),
      recipient_id: MARIA.from,
      ...(callbackData ? { biz_opaque_callback_data: callbackData } : {}),
      ...(pricing ? { pricing } : {}),
      ...(errors ? { errors } : {}),
    },
  }
}

/** One delivery with a change for each item, about the account's first number unless another is named. */
export function delivery(
  { account }: { account: Pick<SimulatorAccount, 'wabaId' | 'numbers'> },
  items: Item[],
  phoneNumberId = account.numbers[0]!.id,
) {
  const metadata = { display_phone_number: '48221234501', phone_number_id: phoneNumberId }
  const changes = items.map((item) => {
    const { field, value } = changeOf(item)
    return { field, value: { messaging_product: 'whatsapp', metadata, ...value } }
  })
  return { object: 'whatsapp_business_account', entry: [{ id: account.wabaId, changes }] }
}

function changeOf(item: Item): { field: string; value: Fields } {
  if ('change' in item) return item.change
  if ('status' in item) return { field: 'messages', value: { statuses: [item.status] } }
  return { field: 'messages', value: { contacts: [item.contact], messages: [item.message] } }
}
