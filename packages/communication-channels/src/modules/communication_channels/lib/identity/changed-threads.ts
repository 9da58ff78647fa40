import { type Db, sql } from '../db.ts'
import type { ConversationEvent } from '../events/record-events.ts'
import type { Scope } from '../scope.ts'

/** The events by which screens learn of threads that moved, merged ones among them. */
export async function changedThreads(
  db: Db,
  { tenantId, organizationId }: Scope,
  conversationIds: string[],
): Promise<ConversationEvent[]> {
  if (conversationIds.length === 0) return []
  const { rows } = await sql<{ id: string; channelId: string }>`
    select id, channel_id as "channelId" from cc_external_conversations
    where id = any(${[...new Set(conversationIds)]}::uuid[]) and tenant_id = ${tenantId}
      and organization_id = ${organizationId}
    order by id`.execute(db)
  return rows.map(({ id, channelId }) => ({
    event: 'communication_channels.conversation.updated',
    tenantId,
    organizationId,
    payload: { channelId, conversationId: id },
  }))
}
