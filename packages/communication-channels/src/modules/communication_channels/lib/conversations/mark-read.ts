import type { EntityManager } from '@mikro-orm/postgresql'
import { summarizeConversations } from '../conversation-summary.ts'
import { dbOf, sql } from '../db.ts'
import { notFound } from '../errors.ts'
import { recordEvents } from '../events/record-events.ts'
import { nudge, OUTGOING_EVENTS_QUEUE } from '../nudge.ts'
import { enqueueReceipt } from '../receipts/enqueue-receipt.ts'
import type { Scope } from '../scope.ts'
import { liveId } from './live-id.ts'

/**
 * Marks what is in the thread as seen by staff. A message that comes later is unread, also one with an older
 * time: seen is kept a message, not as a point in time.
 *
 * @returns how many became read
 */
export async function markRead(em: EntityManager, scope: Scope, askedId: string, now: Date): Promise<number> {
  let conversationId = askedId
  const read = await em.fork().transactional(async (tx) => {
    const db = dbOf(tx)
    const { rows } = await sql<{ id: string; channelId: string }>`
      select id, channel_id as "channelId" from cc_external_conversations
      where id = ${liveId(scope, askedId)} and tenant_id = ${scope.tenantId}
        and organization_id = ${scope.organizationId}
      for update`.execute(db)
    const conversation = rows[0]
    if (!conversation) throw notFound('conversation')
    conversationId = conversation.id
    const { numAffectedRows } = await sql`
      update cc_external_messages set seen_at = ${now}
      where conversation_id = ${conversationId} and direction = 'inbound' and seen_at is null`.execute(db)
    if (!numAffectedRows) return 0
    await summarizeConversations(db, [conversationId])
    await recordEvents(db, [
      {
        event: 'communication_channels.conversation.updated',
        tenantId: scope.tenantId,
        organizationId: scope.organizationId,
        payload: { channelId: conversation.channelId, conversationId },
      },
    ])
    return Number(numAffectedRows)
  })
  if (read > 0) {
    nudge(OUTGOING_EVENTS_QUEUE)
    enqueueReceipt(scope, conversationId)
  }
  return read
}
