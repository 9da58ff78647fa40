import type { DeliveryEvent } from '@open-mercato/communication-channels/modules/communication_channels/lib/delivery-event'
import type { DeliveryStatus } from '@open-mercato/communication-channels/modules/communication_channels/lib/status'
import { z } from 'zod'
import { readAccountChange } from '../../../account/read-account-change.ts'
import { type Change, other } from '../change.ts'
import type { WebhookMessage } from '../message.ts'
import { isShallow, itemsOf } from '../meta-values.ts'
import { personOf } from '../person.ts'
import { factsOf, readMessage } from '../read-message.ts'

const chunk = z.looseObject({})
const thread = z.looseObject({ id: z.string().min(1).max(512).optional().catch(undefined) })

/**
 * What was said before the number was connected: in chunks of threads. Its media follow later, as messages with the
 * ids that had placeholders before. Or the business keeps it to itself, which comes as an error.
 */
export function readHistory(change: Change): DeliveryEvent[] {
  const { value } = change
  const unread = () => other('history.unread', change.address)
  const threads = itemsOf(value, 'history').flatMap((raw): DeliveryEvent[] => {
    const { data } = chunk.safeParse(raw)
    if (!data) return [unread()]
    const said = itemsOf(data, 'threads').flatMap((one) => readThread(one, change) ?? [unread()])
    return [...said, ...readDeclined(itemsOf(data, 'errors'), change)]
  })
  const media = itemsOf(value, 'messages').map((raw) => readOne(raw, undefined, change) ?? unread())
  return [...threads, ...media, ...readDeclined(itemsOf(value, 'errors'), change)]
}

function readThread(raw: unknown, change: Change): DeliveryEvent[] | null {
  const { data } = thread.safeParse(raw)
  if (!data) return null
  return itemsOf(data, 'messages').map(
    (one) => readOne(one, data.id, change) ?? other('history.unread', change.address),
  )
}

function readDeclined(errors: unknown[], { address, entryTime }: Change): DeliveryEvent[] {
  return errors.flatMap((error): DeliveryEvent[] => {
    if (!isShallow(error)) return [other('history.errors', address)]
    return readAccountChange('history', { history: [{ errors: [error] }] }, address, entryTime)
  })
}

function readOne(raw: unknown, threadId: string | undefined, change: Change): DeliveryEvent | null {
  const message = readMessage(raw)
  if (!message || message.said.group_id) return null
  const { said } = message
  const isOurs = isByBusiness(said, threadId, change.displayNumber)
  const contact = withWhom(said, isOurs, threadId, change)
  if (!contact) return null
  return {
    kind: 'message',
    ...change.address,
    ...factsOf(message),
    direction: isOurs ? 'outbound' : 'inbound',
    origin: 'history',
    contact,
    opensWindow: false,
    status: isOurs ? statusOf(said) : null,
  }
}

function isByBusiness(
  { from, from_user_id, to, to_user_id }: WebhookMessage,
  threadId: string | undefined,
  displayNumber: string | null,
): boolean {
  if (from && displayNumber && digits(from) === digits(displayNumber)) return true
  if (threadId && (from === threadId || from_user_id === threadId)) return false
  if (from_user_id) return false
  if (threadId && (from || to === threadId || to_user_id === threadId)) return true
  return !from && Boolean(to || to_user_id)
}

/** A thread is named after the person in it, by phone or by user id. */
function withWhom(said: WebhookMessage, isOurs: boolean, threadId: string | undefined, { contacts }: Change) {
  const waId = isOurs ? said.to : said.from
  const userId = isOurs ? said.to_user_id : said.from_user_id
  if (waId || userId || !threadId) return personOf(waId, userId, contacts)
  return /^\d+$/.test(threadId)
    ? personOf(threadId, undefined, contacts)
    : personOf(undefined, threadId, contacts)
}

const STATUSES = new Map<string, DeliveryStatus>([
  ['SENT', 'sent'],
  ['DELIVERED', 'delivered'],
  ['READ', 'read'],
  ['PLAYED', 'played'],
  ['ERROR', 'failed'],
])

function statusOf({ history_context }: WebhookMessage): DeliveryStatus | null {
  return STATUSES.get(history_context?.status?.toUpperCase() ?? '') ?? null
}

function digits(phone: string): string {
  return phone.replace(/\D/g, '')
}
