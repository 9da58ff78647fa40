import type { RaisedMessage } from '../message-status.ts'
import type { ConversationEvent } from './record-events.ts'

export function statusEvent(raised: RaisedMessage): ConversationEvent {
  const { tenantId, organizationId, channelId, conversationId, id: messageId, status } = raised
  return {
    event: 'communication_channels.message.status_changed',
    tenantId,
    organizationId,
    payload: { channelId, conversationId, messageId, direction: 'outbound', status },
  }
}
