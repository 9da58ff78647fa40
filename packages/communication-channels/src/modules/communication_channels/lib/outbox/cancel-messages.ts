import { summarizeConversations } from '../conversation-summary.ts'
import { type Db, sql } from '../db.ts'
import type { StatusError } from '../delivery-event.ts'
import { recordEvents } from '../events/record-events.ts'
import { statusEvent } from '../events/status-event.ts'
import { dropUploads, holdUploads } from '../files/upload/unneeded-uploads.ts'
import type { RaisedMessage } from '../message-status.ts'
import type { Scope } from '../scope.ts'
import { rankOf } from '../status.ts'
import { wholeSecond } from './store-message.ts'

/**
 * Calls messages back that have not left: those that a sender has reserved too, because it begins only with what is
 * still queued. Locks in the order of those who store messages: threads, uploads, messages.
 *
 * @param why where it was nobody of the business who called them back
 * @returns those that are cancelled now; the others are leaving or have left
 */
export async function cancelMessages(
  db: Db,
  scope: Scope,
  ids: string[],
  now: Date,
  why: StatusError | null = null,
): Promise<RaisedMessage[]> {
  const isOurs = sql`
    m.id = any(${ids}::uuid[]) and m.tenant_id = ${scope.tenantId} and m.organization_id = ${scope.organizationId}
    and m.status = 'queued'`
  await sql`
    select c.id from cc_external_conversations c
    where c.id in (select m.conversation_id from cc_external_messages m where ${isOurs})
    order by c.id for update`.execute(db)
  const uploadIds = await holdUploads(db, ids)
  const { rows } = await sql<RaisedMessage>`
    update cc_external_messages m
    set status = 'cancelled', status_rank = ${rankOf('cancelled')}, error = ${why && JSON.stringify(why)}::jsonb,
        claim_id = null, claimed_until = null, next_attempt_at = null, wait_code = null, updated_at = ${now},
        -- It would stand at the end of its thread until the time for which it was scheduled.
        sent_at = least(sent_at, ${wholeSecond(now)}::timestamptz)
    where ${isOurs}
    returning m.id, m.tenant_id as "tenantId", m.organization_id as "organizationId",
              m.channel_id as "channelId", m.conversation_id as "conversationId", m.status`.execute(db)
  if (rows.length === 0) return []
  await dropUploads(db, uploadIds)
  await summarizeConversations(
    db,
    rows.map(({ conversationId }) => conversationId),
  )
  await recordEvents(db, rows.map(statusEvent))
  return rows
}
