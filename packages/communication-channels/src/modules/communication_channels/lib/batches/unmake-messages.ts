import { summarizeConversations } from '../conversation-summary.ts'
import { type Db, sql } from '../db.ts'
import { recordEvents } from '../events/record-events.ts'
import { dropUploads, holdUploads } from '../files/upload/unneeded-uploads.ts'
import type { Scope } from '../scope.ts'

interface Unmade extends Scope {
  id: string
  channelId: string
  conversationId: string
}

/**
 * As if these messages of a batch had not been made: their recipients wait again, unless the batch was cancelled
 * meanwhile. Only what is queued and was never tried; one that a sender has reserved it will not find any more. Locks in
 * the order of those who store messages.
 */
export async function unmakeMessages(
  db: Db,
  { tenantId, organizationId }: Scope,
  batchId: string,
  ids: string[],
): Promise<number> {
  if (ids.length === 0) return 0
  await sql`
    select c.id from cc_external_conversations c
    where c.id in (select m.conversation_id from cc_external_messages m where m.id = any(${ids}::uuid[]))
      and c.tenant_id = ${tenantId} and c.organization_id = ${organizationId}
    order by c.id for update`.execute(db)
  const uploadIds = await holdUploads(db, ids)
  const { rows } = await sql<Unmade>`
    delete from cc_external_messages
    where id in (
      select id from cc_external_messages
      where id = any(${ids}::uuid[]) and tenant_id = ${tenantId} and organization_id = ${organizationId}
        and status = 'queued' and attempt_count = 0
      order by id for update)
    returning id, tenant_id as "tenantId", organization_id as "organizationId", channel_id as "channelId",
              conversation_id as "conversationId"`.execute(db)
  const gone = rows.map(({ id }) => id)
  await sql`delete from cc_message_files where message_id = any(${gone}::uuid[])`.execute(db)
  await dropUploads(db, uploadIds)
  await sql`
    update cc_batch_recipients r
    set state = case batch.state when 'cancelled' then 'cancelled' else 'waiting' end, message_id = null
    from (select id, state from cc_batches
          where id = ${batchId} and tenant_id = ${tenantId} and organization_id = ${organizationId} for share) batch
    where r.batch_id = batch.id and r.message_id = any(${gone}::uuid[])`.execute(db)
  await summarizeConversations(
    db,
    rows.map(({ conversationId }) => conversationId),
  )
  await recordEvents(
    db,
    rows.map(({ id: messageId, channelId, conversationId, ...scope }) => ({
      event: 'communication_channels.conversation.updated' as const,
      ...scope,
      payload: { channelId, conversationId, messageId, direction: 'outbound' as const },
    })),
  )
  return rows.length
}
