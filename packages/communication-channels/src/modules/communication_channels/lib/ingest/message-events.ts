import { targetOf } from '../content/message-content.ts'
import type { ConversationEvent } from '../events/record-events.ts'
import type { AppliedMessages } from './apply-messages.ts'
import type { CompletedMessage } from './complete-messages.ts'
import { isNews, type StoredMessage } from './message-row.ts'

/**
 * A message is announced when it is news, which says that its thread changed as well; of the rest it is enough to know
 * that. Twice as many events would be twice as many for everybody who listens.
 */
export function messageEvents({
  stored,
  completed,
  createdConversations,
}: AppliedMessages): ConversationEvent[] {
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
