import { targetOf } from '../content/message-content.ts'
import type { Db } from '../db.ts'
import type { AccountEvent } from '../delivery-event.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import {
  type AccountReported,
  type ConversationEvent,
  type HubEvent,
  recordEvents,
} from '../events/record-events.ts'
import { statusEvent } from '../events/status-event.ts'
import { keepReceivedFiles } from '../files/receive/keep-received.ts'
import { type RaisedMessage, raiseStatuses } from '../message-status.ts'
import { applyAccountEvents } from './apply-account-events.ts'
import { applyContacts } from './apply-contacts.ts'
import { type AppliedMessages, applyMessages, sealMessages } from './apply-messages.ts'
import { applyStatuses } from './apply-statuses.ts'
import type { CompletedMessage } from './complete-messages.ts'
import { countField, type DeliveryOutcome } from './delivery-outcome.ts'
import { isNews, type StoredMessage } from './message-row.ts'
import { type Placed, placeEvents } from './place-events.ts'
import type { ReadDelivery } from './read-deliveries.ts'

interface AppliedDeliveries {
  outcomes: Map<string, DeliveryOutcome>
  refs: Map<string, Set<bigint>>
  waitingFiles: number
}

/**
 * Applies deliveries within the transaction that claimed them. Any order, any repetition and any number of
 * workers end in the same rows: every step is unique by constraint, a greatest, or worked out from what is there.
 *
 * @returns the outcome of each delivery and what it is found by, and how many files are to be fetched because of them
 */
export async function applyDeliveries(
  db: Db,
  encryption: TenantEncryptionService,
  deliveries: ReadDelivery[],
): Promise<AppliedDeliveries> {
  const { messages, statuses, names, accountEvents, outcomes, refs } = await placeEvents(db, deliveries)
  const events: HubEvent[] = []
  let waitingFiles = 0

  const sealed = await sealMessages(encryption, messages)
  const contacts = await applyContacts(db, encryption, { messages, statuses, names })
  events.push(...contacts.events)
  if (messages.length > 0) {
    const applied = await applyMessages(db, messages, sealed, contacts.filed)
    const changed = [...applied.stored, ...applied.completed]
    waitingFiles = await keepReceivedFiles(db, encryption, changed)
    for (const { message } of applied.stored) outcomes.get(message.deliveryId)!.messages++
    for (const { deliveryId } of applied.duplicates) outcomes.get(deliveryId)!.duplicates++
    events.push(...messageEvents(applied), ...(await raiseStored(db, applied)).map(statusEvent))
  }

  const { raised, duplicates } = await applyStatuses(db, statuses)
  for (const { deliveryId } of statuses) outcomes.get(deliveryId)!.statuses++
  for (const { deliveryId } of duplicates) {
    outcomes.get(deliveryId)!.statuses--
    outcomes.get(deliveryId)!.duplicates++
  }
  events.push(...raised.map(statusEvent))

  const reported = await applyAccountEvents(db, encryption, accountEvents)
  countAccountEvents(accountEvents, new Set(reported), outcomes)
  events.push(...accountReports(reported))
  await recordEvents(db, events)
  return { outcomes, refs, waitingFiles }
}

/** Reports about what was written on the business's own phone may have come before it. */
async function raiseStored(db: Db, { stored }: AppliedMessages): Promise<RaisedMessage[]> {
  const outbound = stored.filter(({ message }) => message.event.direction === 'outbound')
  return raiseStatuses(
    db,
    outbound.map(({ message: { channel, event } }) => ({
      channelId: channel.id,
      externalMessageId: event.externalMessageId,
    })),
  )
}

function countAccountEvents(
  events: Placed<AccountEvent>[],
  applied: Set<Placed<AccountEvent>>,
  outcomes: Map<string, DeliveryOutcome>,
): void {
  for (const placed of events) {
    const outcome = outcomes.get(placed.deliveryId)!
    if (applied.has(placed)) outcome.accountEvents++
    else {
      outcome.ignored++
      countField(outcome, placed.event.field, 'not_kept')
    }
  }
}

function accountReports(applied: Placed<AccountEvent>[]): AccountReported[] {
  const channels = new Map(applied.map(({ channel }) => [channel.connectionId, channel]))
  return [...channels.values()].map(({ tenantId, organizationId, connectionId, providerKey }) => ({
    event: 'communication_channels.account.reported',
    tenantId,
    organizationId,
    payload: { connectionId, providerKey },
  }))
}

/**
 * A message is announced when it is news, which says that its thread changed as well; of the rest it is enough to know
 * that. Twice as many events would be twice as many for everybody who listens.
 */
function messageEvents({ stored, completed, createdConversations }: AppliedMessages): ConversationEvent[] {
  const isAnnounced = (one: StoredMessage | CompletedMessage) =>
    'isNews' in one ? one.isNews : isNews(one.message.event)
  const changed = [...stored, ...completed]
  const news = changed.filter(isAnnounced)
  const isNewThread = ({ conversationId }: StoredMessage) => createdConversations.has(conversationId)
  // One that was completed may stand further up than what a screen reads anew by itself, so it is the one named.
  const threads = new Map(
    changed.filter((one) => !isAnnounced(one) || isNewThread(one)).map((one) => [one.conversationId, one]),
  )
  return [
    ...news.map((one) =>
      hubEvent('communication_channels.message.received', one, {
        messageId: one.id,
        direction: 'inbound',
      }),
    ),
    ...[...threads.values()].map((one) =>
      hubEvent(
        isNewThread(one)
          ? 'communication_channels.conversation.created'
          : 'communication_channels.conversation.updated',
        one,
        // No message of its own to a reader: whoever shows the thread reads again what is said about others.
        targetOf(one.message.event.content) === null ? {} : { messageId: one.id },
      ),
    ),
  ]
}

function hubEvent(
  event: ConversationEvent['event'],
  { conversationId, message: { channel } }: StoredMessage,
  more: Partial<ConversationEvent['payload']> = {},
): ConversationEvent {
  const { tenantId, organizationId, providerKey, id: channelId } = channel
  return { event, tenantId, organizationId, payload: { channelId, providerKey, conversationId, ...more } }
}
