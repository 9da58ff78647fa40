import type { SimulatorAccount } from '@open-mercato/whatsapp-simulator'

/** Webhook payloads as Meta writes them, made for the test at hand. */
export type Item =
  | { message: Record<string, unknown>; contact: Record<string, unknown> }
  | { status: Record<string, unknown> }
  | { change: { field: string; value: Record<string, unknown> } }

const NOW = Math.floor(Date.now() / 1000)

export function textMessage(options: {
  id: string
  text?: string
  at?: number
  from?: string | null
  userId?: string
  name?: string
}): Item {
  const {
    id,
    text = 'Hello',
    at = NOW,
    from = '48601234567',
    userId = 'PL.100000000000001',
    name = 'Maria Nowak',
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

/** Of Maria, about a message of hers or of ours. */
export function aboutMessage(options: {
  id: string
  type: 'reaction' | 'edit' | 'revoke'
  content: Record<string, unknown>
  at: number
}): Item {
  const { id, type, content, at } = options
  const text = textMessage({ id, at })
  if (!('message' in text)) throw new Error('A text is a message')
  const { text: _, ...message } = text.message
  return { contact: text.contact, message: { ...message, type, [type]: content } }
}

/** What the business wrote on its own phone, to Maria. */
export function echo(options: { id: string; text: string; at: number }): Item {
  const item = {
    from: '48221234501',
    to: '48601234567',
    to_user_id: 'PL.100000000000001',
    id: options.id,
    timestamp: String(options.at),
    type: 'text',
    text: { body: options.text },
  }
  return { change: { field: 'smb_message_echoes', value: { message_echoes: [item] } } }
}

/** A call of Maria's. */
export function call(options: { id: string; event: 'connect' | 'terminate'; at: number }): Item {
  const item = {
    id: options.id,
    from: '48601234567',
    from_user_id: 'PL.100000000000001',
    to: '48221234501',
    event: options.event,
    timestamp: String(options.at),
    direction: 'USER_INITIATED',
    ...(options.event === 'terminate' ? { status: 'COMPLETED', duration: 34 } : {}),
  }
  return { change: { field: 'calls', value: { calls: [item] } } }
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
      recipient_id: '48601234567',
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

function changeOf(item: Item): { field: string; value: Record<string, unknown> } {
  if ('change' in item) return item.change
  if ('status' in item) return { field: 'messages', value: { statuses: [item.status] } }
  return { field: 'messages', value: { contacts: [item.contact], messages: [item.message] } }
}
