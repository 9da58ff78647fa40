import type { CallContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/notices'
import type {
  ContactIdentity,
  DeliveryEvent,
  MessageEvent,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/delivery-event'
import { z } from 'zod'
import { type Change, other } from '../change.ts'
import { itemsOf, metaId, seconds, toldOrOdd } from '../meta-values.ts'
import { personOf } from '../person.ts'
import { readErrors } from '../value-errors.ts'

const userId = metaId.optional().catch(undefined)
const name = z.string().regex(/^\w{1,64}$/)

const call = z.object({
  id: metaId,
  event: name,
  timestamp: seconds,
  direction: toldOrOdd,
  from: toldOrOdd,
  from_user_id: userId,
  to: toldOrOdd,
  to_user_id: userId,
  status: toldOrOdd,
  duration: z
    .union([
      z.number().nonnegative(),
      z
        .string()
        .regex(/^\d{1,9}$/)
        .transform(Number),
    ])
    .optional()
    .catch(undefined),
})
type WebhookCall = z.infer<typeof call>

const ringing = z.object({
  id: metaId,
  status: name,
  timestamp: seconds,
  recipient_id: toldOrOdd,
  recipient_user_id: userId,
})

const EVENTS = new Map<string, CallContent['event']>([
  ['connect', 'started'],
  ['terminate', 'ended'],
  ['RINGING', 'ringing'],
  ['ACCEPTED', 'accepted'],
  ['REJECTED', 'rejected'],
])

export function readCalls(change: Change): DeliveryEvent[] {
  const { value, address } = change
  return [
    ...itemsOf(value, 'calls').map((raw) => readCall(raw, change) ?? other('calls.unread', address)),
    ...itemsOf(value, 'statuses').map((raw) => readRinging(raw, change) ?? other('calls.unread', address)),
    ...readErrors(change),
  ]
}

function readCall(raw: unknown, change: Change): DeliveryEvent | null {
  const { data: said } = call.safeParse(raw)
  if (!said) return null
  const isByCustomer = isCalledByCustomer(said, change.displayNumber)
  const contact = isByCustomer
    ? personOf(said.from, said.from_user_id, change.contacts)
    : personOf(said.to, said.to_user_id, change.contacts)
  if (!contact) return null
  const event = EVENTS.get(said.event) ?? 'other'
  const { isAnswered, durationSeconds } = event === 'ended' ? outcomeOf(said) : NO_OUTCOME
  return callEvent(change, contact, said.id, said.timestamp, {
    event,
    isByCustomer,
    isAnswered,
    durationSeconds,
    name: said.event,
  })
}

/** How far a call by the business got at the other end. */
function readRinging(raw: unknown, change: Change): DeliveryEvent | null {
  const { data: said } = ringing.safeParse(raw)
  const contact = said && personOf(said.recipient_id, said.recipient_user_id, change.contacts)
  if (!contact) return null
  return callEvent(change, contact, said.id, said.timestamp, {
    event: EVENTS.get(said.status) ?? 'other',
    isByCustomer: false,
    ...NO_OUTCOME,
    name: said.status,
  })
}

function callEvent(
  { address }: Change,
  contact: ContactIdentity,
  callId: string,
  sentAt: Date,
  said: Omit<CallContent, 'type' | 'targetExternalId'>,
): MessageEvent {
  const { event, isByCustomer, name } = said
  const isTheCall = event === 'started'
  return {
    kind: 'message',
    ...address,
    externalMessageId: isTheCall ? callId : `${callId}:${event === 'other' ? name : event}`,
    direction: isByCustomer ? 'inbound' : 'outbound',
    origin: 'live',
    contact,
    sentAt,
    content: { type: 'call', targetExternalId: isTheCall ? null : callId, ...said },
    context: {},
    replyToExternalId: null,
    opensWindow: isTheCall && isByCustomer,
    status: null,
  }
}

function isCalledByCustomer({ direction, from }: WebhookCall, displayNumber: string | null): boolean {
  if (direction) return direction === 'USER_INITIATED'
  return from?.replace(/\D/g, '') !== displayNumber?.replace(/\D/g, '')
}

const NO_OUTCOME = { isAnswered: null, durationSeconds: null }

/** Meta tells a duration of calls that were taken. */
function outcomeOf({ status, duration }: WebhookCall) {
  const durationSeconds = duration ?? null
  if (durationSeconds !== null && durationSeconds > 0) return { isAnswered: true, durationSeconds }
  const isAnswered =
    status === 'FAILED' || durationSeconds === 0 ? false : status === 'COMPLETED' ? true : null
  return { isAnswered, durationSeconds }
}
