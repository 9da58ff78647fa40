import { unixTime } from './contact-payload.ts'
import {
  type AccountEvent,
  type ContactPayload,
  FIELD_OF_LIST,
  type ListedEvent,
  type WebhookEvent,
} from './webhook-event.ts'

type Value = {
  messaging_product: 'whatsapp'
  metadata: { display_phone_number: string; phone_number_id: string }
  contacts?: ContactPayload[]
} & { [List in ListedEvent['kind']]?: ListedEvent['item'][] }

type Change = { value: Value | AccountEvent['value']; field: string }
type Entry = { id: string; time?: number; changes: Change[] }

/** Meta puts at most so many updates into one POST. */
export const MAX_UPDATES = 1000

/**
 * One body for events of one account that fall together: an entry, and in it a change for each number and kind,
 * in the order in which they first occur. What concerns the account itself has an entry of its own, with its time.
 */
export function webhookEnvelope(wabaId: string, events: WebhookEvent[]) {
  const values = new Map<string, Value>()
  const shared: Entry = { id: wabaId, changes: [] }
  const own: Entry[] = []
  for (const event of events) {
    if ('field' in event) {
      const change = { value: event.value, field: event.field }
      own.push({ id: wabaId, time: unixTime(event.at), changes: [change] })
      continue
    }
    const key = `${event.phoneNumberId}:${event.kind}`
    let value = values.get(key)
    if (!value) {
      value = {
        messaging_product: 'whatsapp',
        metadata: { display_phone_number: event.displayPhoneNumber, phone_number_id: event.phoneNumberId },
      }
      values.set(key, value)
      shared.changes.push({ value, field: FIELD_OF_LIST[event.kind] })
    }
    addContact(value, event.contact)
    value[event.kind] ??= []
    value[event.kind]!.push(event.item)
  }
  const entry = shared.changes.length > 0 ? [shared, ...own] : own
  return { object: 'whatsapp_business_account', entry }
}

const NAMES: Record<Exclude<ListedEvent['kind'], 'statuses'>, [one: string, many: string]> = {
  messages: ['message', 'messages'],
  message_echoes: ['echo', 'echoes'],
  history: ['piece of history', 'pieces of history'],
  user_preferences: ['preference', 'preferences'],
  user_id_update: ['new user id', 'new user ids'],
  calls: ['call event', 'call events'],
}

/** For a person reading the log: `2 messages, 1 status (delivered)`. */
export function summarise(events: WebhookEvent[]): string {
  const listed = events.filter((event) => 'kind' in event)
  const parts: string[] = []
  for (const [kind, [one, many]] of Object.entries(NAMES)) {
    const count = listed.filter((event) => event.kind === kind).length
    if (count) parts.push(`${count} ${count === 1 ? one : many}`)
  }
  const statuses = listed
    .filter((event) => event.kind === 'statuses')
    .map((event) => String(event.item.status))
  if (statuses.length) {
    parts.push(
      `${statuses.length} ${statuses.length === 1 ? 'status' : 'statuses'} (${[...new Set(statuses)].join(', ')})`,
    )
  }
  for (const event of events) if ('field' in event) parts.push(event.field)
  return parts.join(', ')
}

function addContact(value: Value, contact: ContactPayload | null): void {
  if (!contact || value.contacts?.some((known) => known.user_id === contact.user_id)) return
  value.contacts = [...(value.contacts ?? []), contact]
}
