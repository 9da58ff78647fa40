import type { SendError } from '../../adapter/send-content.ts'
import { type Db, sql } from '../../db.ts'
import { type ConversationEvent, recordEvents } from '../../events/record-events.ts'
import { type MessageStatus, rankOf } from '../../status.ts'
import type { ReservedMessage } from '../reserve/reservation-statements.ts'

/** Only ever up: a status that the provider reported meanwhile is not taken back. */
export async function climb(
  db: Db,
  message: ReservedMessage,
  status: 'unknown' | 'failed',
  error: SendError,
  now: Date,
): Promise<void> {
  const { numAffectedRows } = await sql`
    update cc_external_messages
    set status = ${status}, status_rank = ${rankOf(status)}, error = ${JSON.stringify(error)}::jsonb,
        claimed_until = null, next_attempt_at = null, updated_at = ${now}
    where id = ${message.id} and status_rank < ${rankOf(status)}`.execute(db)
  if (!numAffectedRows) return
  await recordEvents(db, [hubEvent('communication_channels.message.status_changed', message, status)])
}

export function hubEvent(
  event: ConversationEvent['event'],
  message: ReservedMessage,
  status: MessageStatus,
): ConversationEvent {
  const { tenantId, organizationId, channelId, conversationId, id: messageId } = message
  const payload: ConversationEvent['payload'] = {
    channelId,
    conversationId,
    messageId,
    direction: 'outbound',
    status,
  }
  return { event, tenantId, organizationId, payload }
}
