import {
  type DeliveryEvent,
  type EventAddress,
  UnreadableDelivery,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/delivery-event'
import { type Change, change, contact, envelope, messagesValue, type WebhookContact } from './envelope.ts'
import { parseBody } from './parse-body.ts'
import { readMessage } from './read-message.ts'
import { readStatus } from './read-status.ts'

/**
 * Meta puts at most 1,000 updates into a delivery. A made-up one of 3 MB has room for a million, which would fill the
 * memory of a process that works for every tenant.
 */
const MAX_ITEMS = 10_000

/**
 * Reads a whole delivery: every entry, every change, every message and every status in it. Meta puts up to 1,000
 * updates of several numbers into one. An item that cannot be read is counted and costs the others nothing; the
 * delivery itself stays in the journal whole.
 *
 * @throws UnreadableDelivery where it is not JSON, not a webhook at all, or more than Meta ever sends
 */
export function readDelivery(body: Uint8Array): DeliveryEvent[] {
  const json = parseBody(body)
  if (json === undefined) throw new UnreadableDelivery('The body is not JSON.')
  const entry = accountsIn(json)
  if (countItems(entry.flatMap(({ changes }) => changes)) > MAX_ITEMS) {
    throw new UnreadableDelivery('There is more in the body than Meta ever sends.')
  }
  return entry.flatMap(({ id, changes }) => changes.flatMap((item) => readChange(id, item)))
}

function accountsIn(json: unknown): { id: string | null; changes: unknown[] }[] {
  const bare = change.safeParse(json)
  if (bare.success) return [{ id: null, changes: [bare.data] }]
  const whole = envelope.safeParse(json)
  if (!whole.success) throw new UnreadableDelivery('The body is not a webhook of WhatsApp.')
  return whole.data.entry
}

/** Before any of them is looked at. */
function countItems(changes: unknown[]): number {
  return changes.reduce<number>((count, item) => {
    const value = (item as Partial<Change> | null)?.value ?? {}
    const lists = [value.messages, value.statuses, value.contacts, value.errors]
    return lists.reduce<number>((sum, list) => sum + (Array.isArray(list) ? list.length : 0), count + 1)
  }, 0)
}

function readChange(accountIdentifier: string | null, item: unknown): DeliveryEvent[] {
  const parsed = change.safeParse(item)
  if (!parsed.success) {
    return [{ kind: 'other', field: 'changes.unread', accountIdentifier, channelIdentifier: null }]
  }
  const { field } = parsed.data
  const value = messagesValue.safeParse(parsed.data.value)
  const channelIdentifier = (value.success && value.data.metadata?.phone_number_id) || null
  const address: EventAddress = { accountIdentifier, channelIdentifier }
  const other = (name: string): DeliveryEvent => ({ kind: 'other', field: name, ...address })
  if (field !== 'messages' || !value.success) return [other(field)]

  const { messages = [], statuses = [], errors = [], redacted = 0 } = value.data
  const contacts = readContacts(value.data.contacts ?? [])
  const events = [
    ...messages.map((item) => readMessage(item, contacts, address) ?? other('messages.unread')),
    ...statuses.map((item) => readStatus(item, address) ?? other('statuses.unread')),
    ...errors.map(() => other('messages.errors')),
    ...Array.from({ length: redacted }, () => other('messages')),
  ]
  return events.length > 0 ? events : [other(field)]
}

function readContacts(items: unknown[]): WebhookContact[] {
  return items.flatMap((item) => {
    const parsed = contact.safeParse(item)
    return parsed.success ? [parsed.data] : []
  })
}
