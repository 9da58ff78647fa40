import type { ContactPayload, WebhookEvent } from './webhook-event.ts'

type Value = {
  messaging_product: 'whatsapp'
  metadata: { display_phone_number: string; phone_number_id: string }
  contacts?: ContactPayload[]
  messages?: WebhookEvent['item'][]
  statuses?: WebhookEvent['item'][]
}

/** Meta puts at most so many updates into one POST. */
export const MAX_UPDATES = 1000

/**
 * One body for events of one account that fall together: an entry, and in it a change for each number and kind,
 * in the order in which they first occur.
 */
export function webhookEnvelope(wabaId: string, events: WebhookEvent[]) {
  const values = new Map<string, Value>()
  for (const event of events) {
    const key = `${event.phoneNumberId}:${event.kind}`
    let value = values.get(key)
    if (!value) {
      value = {
        messaging_product: 'whatsapp',
        metadata: { display_phone_number: event.displayPhoneNumber, phone_number_id: event.phoneNumberId },
      }
      values.set(key, value)
    }
    addContact(value, event.contact)
    value[event.kind] = [...(value[event.kind] ?? []), event.item]
  }
  const changes = [...values.values()].map((value) => ({ value, field: 'messages' }))
  return { object: 'whatsapp_business_account', entry: [{ id: wabaId, changes }] }
}

/** For a person reading the log: `2 messages, 1 status (delivered)`. */
export function summarise(events: WebhookEvent[]): string {
  const messages = events.filter((event) => event.kind === 'messages').length
  const statuses = events
    .filter((event) => event.kind === 'statuses')
    .map((event) => String(event.item.status))
  const parts: string[] = []
  if (messages) parts.push(`${messages} ${messages === 1 ? 'message' : 'messages'}`)
  if (statuses.length) {
    parts.push(
      `${statuses.length} ${statuses.length === 1 ? 'status' : 'statuses'} (${[...new Set(statuses)].join(', ')})`,
    )
  }
  return parts.join(', ')
}

function addContact(value: Value, contact: ContactPayload | null): void {
  if (!contact || value.contacts?.some((known) => known.user_id === contact.user_id)) return
  value.contacts = [...(value.contacts ?? []), contact]
}
