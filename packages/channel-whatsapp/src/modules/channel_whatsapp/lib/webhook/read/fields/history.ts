import type { DeliveryEvent } from '@open-mercato/communication-channels/modules/communication_channels/lib/delivery-event'
import type { DeliveryStatus } from '@open-mercato/communication-channels/modules/communication_channels/lib/status'
import { z } from 'zod'
import { readAccountChange } from '../../../account/read-account-change.ts'
import { isSameNumber } from '../../../same-number.ts'
import { type Change, other } from '../change.ts'
import type { WebhookMessage } from '../message.ts'
import { isShallow, itemsOf, metaUserId, toldOrOdd, toldPhone } from '../meta-values.ts'
import { onlyPerson, personOf, withContact } from '../person.ts'
import { factsOf, readMessage } from '../read-message.ts'

const chunk = z.looseObject({})
const thread = z.looseObject({
  id: toldPhone,
  context: z
    .object({ wa_id: toldPhone, user_id: metaUserId, username: toldOrOdd })
    .optional()
    .catch(undefined),
})

/** The person in a thread, as far as the thread itself names them. */
interface InThread {
  waId?: string | undefined
  userId?: string | undefined
}

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
  const media = itemsOf(value, 'messages').map((raw) => readOne(raw, null, change) ?? unread())
  const sent = itemsOf(value, 'message_echoes').map((raw) => readOne(raw, null, change, true) ?? unread())
  return [...threads, ...media, ...sent, ...readDeclined(itemsOf(value, 'errors'), change)]
}

function readThread(raw: unknown, change: Change): DeliveryEvent[] | null {
  const { data } = thread.safeParse(raw)
  if (!data) return null
  const person = personIn(data)
  const contacts = data.context
    ? withContact(change.contacts, { ...person, username: data.context.username })
    : change.contacts
  return itemsOf(data, 'messages').map(
    (one) => readOne(one, person, { ...change, contacts }) ?? other('history.unread', change.address),
  )
}

/** A thread is named after the person in it, by phone or by user id; or they are named beside that. */
function personIn({ id, context }: z.infer<typeof thread>): InThread {
  const isPhone = id !== undefined && /^\d+$/.test(id)
  return {
    waId: (isPhone ? id : undefined) ?? context?.wa_id,
    userId: (isPhone ? undefined : metaUserId.parse(id)) ?? context?.user_id,
  }
}

function readDeclined(errors: unknown[], { address, entryTime }: Change): DeliveryEvent[] {
  return errors.flatMap((error): DeliveryEvent[] => {
    if (!isShallow(error)) return [other('history.errors', address)]
    return readAccountChange('history', { history: [{ errors: [error] }] }, address, entryTime)
  })
}

function readOne(
  raw: unknown,
  person: InThread | null,
  change: Change,
  isEcho = false,
): DeliveryEvent | null {
  const message = readMessage(raw)
  if (!message || message.said.group_id) return null
  const { said } = message
  const isOurs = isEcho || isByBusiness(said, person, change.displayNumber)
  const contact = withWhom(said, isOurs, person, change)
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
  person: InThread | null,
  displayNumber: string | null,
): boolean {
  if (from && displayNumber && isSameNumber(from, displayNumber)) return true
  const { waId, userId } = person ?? {}
  if ((from && from === waId) || (from_user_id && from_user_id === userId)) return false
  if (from_user_id) return false
  // Some countries' numbers are written in two ways. Then it tells whom it is to.
  if ((to && to === waId) || (to_user_id && to_user_id === userId)) return true
  if (from && displayNumber) return false
  if (from && (waId || userId)) return true
  return !from && Boolean(to || to_user_id)
}

function withWhom(
  said: WebhookMessage,
  isOurs: boolean,
  person: InThread | null,
  { contacts, displayNumber }: Change,
) {
  const waId = isOurs ? said.to : said.from
  const userId = isOurs ? said.to_user_id : said.from_user_id
  if (waId || userId) return personOf(waId, userId, contacts)
  return person ? personOf(person.waId, person.userId, contacts) : onlyPerson(contacts, displayNumber)
}

const STATUSES = new Map<string, DeliveryStatus>([
  ['SENT', 'sent'],
  ['DELIVERED', 'delivered'],
  ['READ', 'read'],
  ['PLAYED', 'played'],
  ['ERROR', 'failed'],
])

/** Null where nobody says that it has left: it waits on the business's phone (`PENDING`), or nothing is told. */
function statusOf({ history_context }: WebhookMessage): DeliveryStatus | null {
  return STATUSES.get(history_context?.status?.toUpperCase() ?? '') ?? null
}
