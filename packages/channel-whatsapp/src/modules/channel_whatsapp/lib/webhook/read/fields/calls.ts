import type { CallContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/notices'
import type {
  ContactIdentity,
  DeliveryEvent,
  MessageEvent,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/delivery-event'
import { z } from 'zod'
import { type Change, other } from '../change.ts'
import { isShallow, itemsOf, metaId, metaUserId, seconds, toldPhone } from '../meta-values.ts'
import { personOf } from '../person.ts'
import { readErrors } from '../value-errors.ts'
import {
  type CallParties,
  callEventName,
  partiesByCall,
  partiesOf,
  type WebhookCall,
  webhookCall,
  withOnlyPerson,
} from './call-parties.ts'

const ringing = z.object({
  id: metaId,
  status: callEventName,
  timestamp: seconds,
  recipient_id: toldPhone,
  recipient_user_id: metaUserId,
})

const EVENTS = new Map<string, CallContent['event']>([
  ['connect', 'started'],
  ['terminate', 'ended'],
  ['call_recording_available', 'recorded'],
  ['call_transcription_available', 'transcribed'],
  ['RINGING', 'ringing'],
  ['ACCEPTED', 'accepted'],
  ['REJECTED', 'rejected'],
])

export function readCalls(change: Change): DeliveryEvent[] {
  const { value, address } = change
  const named = partiesByCall(itemsOf(value, 'calls'), change)
  return [
    ...itemsOf(value, 'calls').map((raw) => readCall(raw, named, change) ?? other('calls.unread', address)),
    ...itemsOf(value, 'statuses').map((raw) => readRinging(raw, change) ?? other('calls.unread', address)),
    ...readErrors(change),
  ]
}

function readCall(raw: unknown, named: Map<string, CallParties>, change: Change): DeliveryEvent | null {
  const { data: said } = webhookCall.safeParse(raw)
  if (!said) return null
  const parties = partiesOf(said, change) ?? named.get(said.id) ?? withOnlyPerson(said, change)
  if (!parties) return null
  const event = EVENTS.get(said.event) ?? 'other'
  const { isAnswered, durationSeconds } = event === 'ended' ? outcomeOf(said) : NO_OUTCOME
  const payload = said.deeplink_payload ?? said.cta_payload
  return callEvent(change, parties.contact, said.id, said.timestamp, {
    event,
    isByCustomer: parties.isByCustomer,
    isAnswered,
    durationSeconds,
    name: said.event,
    ...(payload !== undefined && { payload }),
    ...(KEPT_WHOLE.has(event) && isShallow(raw) && { said: raw as Record<string, unknown> }),
  })
}

const KEPT_WHOLE = new Set<CallContent['event']>(['recorded', 'transcribed', 'other'])

/** What happens while somebody calls. A recording comes later, and is not their doing. */
const WHILE_CALLING = new Set(['connect', 'call_created', 'terminate'])

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
  const theCall = `${callId}:started`
  return {
    kind: 'message',
    ...address,
    // Never the id as it is: a voicemail left in the call has that one.
    externalMessageId: isTheCall ? theCall : `${callId}:${event === 'other' ? name : event}`,
    direction: isByCustomer ? 'inbound' : 'outbound',
    origin: 'live',
    contact,
    sentAt,
    content: { type: 'call', targetExternalId: isTheCall ? null : theCall, ...said },
    context: {},
    replyToExternalId: null,
    // Whichever is told first: https://developers.facebook.com/docs/whatsapp/cloud-api/calling
    opensWindow: isByCustomer && WHILE_CALLING.has(name),
    status: null,
  }
}

const NO_OUTCOME = { isAnswered: null, durationSeconds: null }

/** Meta tells a duration of calls that were taken. Without one, who took it may be told by another event. */
function outcomeOf({ status, duration }: WebhookCall) {
  const durationSeconds = duration ?? null
  if (durationSeconds !== null && durationSeconds > 0) return { isAnswered: true, durationSeconds }
  return { isAnswered: status === 'FAILED' || durationSeconds === 0 ? false : null, durationSeconds }
}
