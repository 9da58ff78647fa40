import type { SimulatorAccount } from '@open-mercato/whatsapp-simulator'

/** Webhook payloads as Meta writes them, made for the test at hand. */
export type Item =
  | { message: Record<string, unknown>; contact: Record<string, unknown> }
  | { status: Record<string, unknown> }

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
  const changes = items.map((item) => ({
    field: 'messages',
    value: {
      messaging_product: 'whatsapp',
      metadata,
      ...('message' in item
        ? { contacts: [item.contact], messages: [item.message] }
        : { statuses: [item.status] }),
    },
  }))
  return { object: 'whatsapp_business_account', entry: [{ id: account.wabaId, changes }] }
}
