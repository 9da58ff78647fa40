import type { MessageContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/message-content'
import type {
  DeliveryEvent,
  FormerIdentity,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/delivery-event'
import { readAccountChange } from '../../../account/read-account-change.ts'
import { type Change, other } from '../change.ts'
import { type Become, becomeIn } from '../content/system.ts'
import { comesFromFreeEntry } from '../message-context.ts'
import { isShallow, itemsOf, phoneOf } from '../meta-values.ts'
import { userIdNoticeId } from '../notice.ts'
import { onlyPerson, personOf } from '../person.ts'
import { factsOf, type ReadMessage, readMessage } from '../read-message.ts'
import { withSharedPhone } from '../shared-phone.ts'
import { readStatus } from '../status.ts'
import { readErrors } from '../value-errors.ts'
import { webhookErrors } from '../webhook-error.ts'

/** What people wrote, what became of what the business wrote, and what went wrong beside both. */
export function readMessages(change: Change): DeliveryEvent[] {
  const { value, address } = change
  const messages = itemsOf(value, 'messages')
  // An error beside the only message is about that message.
  const besideIt = messages.length === 1 ? (webhookErrors.parse(value.errors) ?? []) : []
  const events = messages.map(
    (raw) => readOne(raw, readMessage(raw, besideIt), change) ?? other('messages.unread', address),
  )
  for (const raw of itemsOf(value, 'statuses')) {
    events.push(readStatus(raw, change) ?? other('statuses.unread', address))
  }
  events.push(...readErrors(change))
  for (const _ of itemsOf(value, 'user_actions')) events.push(other('messages.user_actions', address))
  if (value.conversation_context !== undefined) events.push(other('messages.conversation_context', address))
  return events
}

/** Null for what cannot be read, or cannot be filed under one person. */
function readOne(raw: unknown, message: ReadMessage | null, change: Change): DeliveryEvent | null {
  if (!message) return null
  const { said, content } = message
  if (said.group_id) return readGroupMessage(raw, change)
  const become = content.type === 'system' ? becomeIn((raw as Record<string, unknown>).system, said) : null
  const contact = become ? personOf(become.phone, become.userId, change.contacts) : senderOf(message, change)
  if (!contact) return null
  const facts = factsOf(message)
  return {
    kind: 'message',
    ...change.address,
    ...facts,
    ...noticeId(content),
    direction: 'inbound',
    origin: 'live',
    contact: withSharedPhone(contact, content),
    ...(become && { formerly: formerOf(become) }),
    opensWindow: isAct(said.type, content),
    ...(comesFromFreeEntry(facts.context) && isAct(said.type, content) && { opensFreeEntry: true }),
    status: null,
  }
}

/** What is said in a group belongs to the group, not to the thread with the member who said it. */
function readGroupMessage(raw: unknown, { address, entryTime }: Change): DeliveryEvent | null {
  if (!isShallow(raw)) return null
  return readAccountChange('messages.group', raw, address, entryTime)[0] ?? null
}

function senderOf({ said }: ReadMessage, { value, contacts, displayNumber }: Change) {
  const isNamed = said.from !== undefined || said.from_user_id !== undefined
  if (isNamed) return personOf(said.from, said.from_user_id, contacts)
  return itemsOf(value, 'messages').length === 1 ? onlyPerson(contacts, displayNumber) : null
}

function formerOf({ formerPhone, formerUserId }: Become): FormerIdentity {
  return { phone: phoneOf(formerPhone), userId: formerUserId ?? null }
}

/** That somebody's user id is another one is told in two ways, and is one notice. */
function noticeId(content: MessageContent): { externalMessageId?: string } {
  if (content.type !== 'system' || content.kind !== 'user_id_changed' || content.current === null) return {}
  return { externalMessageId: userIdNoticeId(content.current) }
}

/** Kinds that Meta mentions without saying what the person did, or that are about an earlier message. */
const NO_ACTS = new Set([
  'system',
  'edit',
  'revoke',
  'errors',
  'hsm',
  'keep_in_chat',
  'media_placeholder',
  'pin',
  'poll_update',
  'request_welcome',
])

/** Whether the person wrote, tapped or sent something now, so that the 24 hours start anew. */
function isAct(type: string, content: MessageContent): boolean {
  if (content.type === 'call_permission') return !content.isAutomatic
  return !NO_ACTS.has(type) && !(content.type === 'unsupported' && NO_ACTS.has(content.kind))
}
