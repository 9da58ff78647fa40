import { summarizeConversations } from '../conversation-summary.ts'
import type { Db } from '../db.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import { type HubEvent, recordEvents } from '../events/record-events.ts'
import type { RaisedMessage } from '../message-status.ts'
import { applyContacts } from './apply-contacts.ts'
import { type AppliedMessages, applyMessages, type StoredMessage } from './apply-messages.ts'
import { applyStatuses } from './apply-statuses.ts'
import type { DeliveryOutcome } from './claim-deliveries.ts'
import { placeEvents } from './place-events.ts'
import type { ReadDelivery } from './read-deliveries.ts'

/**
 * Applies deliveries within the transaction that claimed them. Any order, any repetition and any number of
 * workers end in the same rows: every step is unique by constraint, a greatest, or worked out from what is there.
 *
 * @returns the outcome of each delivery
 */
export async function applyDeliveries(
  db: Db,
  encryption: TenantEncryptionService,
  deliveries: ReadDelivery[],
): Promise<Map<string, DeliveryOutcome>> {
  const { messages, statuses, outcomes } = await placeEvents(db, deliveries)
  const touched: string[] = []
  const events: HubEvent[] = []

  if (messages.length > 0) {
    const contacts = await applyContacts(db, encryption, messages)
    const applied = await applyMessages(db, encryption, messages, contacts.contactIdOf)
    touched.push(...contacts.changedConversations, ...applied.stored.map((stored) => stored.conversationId))
    for (const { message } of applied.stored) outcomes.get(message.deliveryId)!.messages++
    for (const { deliveryId } of applied.duplicates) outcomes.get(deliveryId)!.duplicates++
    events.push(...messageEvents(applied))
  }

  const { raised, duplicates } = await applyStatuses(db, statuses)
  for (const { deliveryId } of statuses) outcomes.get(deliveryId)!.statuses++
  for (const { deliveryId } of duplicates) {
    outcomes.get(deliveryId)!.statuses--
    outcomes.get(deliveryId)!.duplicates++
  }
  events.push(...raised.map(statusEvent))

  await summarizeConversations(db, touched)
  await recordEvents(db, events)
  return outcomes
}

function messageEvents(applied: AppliedMessages): HubEvent[] {
  const threads = new Map(applied.stored.map((stored) => [stored.conversationId, stored]))
  return [
    ...applied.stored.map((stored) =>
      hubEvent('communication_channels.message.received', stored, {
        messageId: stored.id,
        direction: 'inbound',
      }),
    ),
    ...[...threads.values()].map((stored) =>
      hubEvent(
        applied.createdConversations.has(stored.conversationId)
          ? 'communication_channels.conversation.created'
          : 'communication_channels.conversation.updated',
        stored,
      ),
    ),
  ]
}

function hubEvent(
  event: HubEvent['event'],
  { conversationId, message: { channel } }: StoredMessage,
  more: Partial<HubEvent['payload']> = {},
): HubEvent {
  const { tenantId, organizationId, providerKey, id: channelId } = channel
  return { event, tenantId, organizationId, payload: { channelId, providerKey, conversationId, ...more } }
}

export function statusEvent(raised: RaisedMessage): HubEvent {
  const { tenantId, organizationId, channelId, conversationId, id: messageId, status } = raised
  return {
    event: 'communication_channels.message.status_changed',
    tenantId,
    organizationId,
    payload: { channelId, conversationId, messageId, direction: 'outbound', status },
  }
}
