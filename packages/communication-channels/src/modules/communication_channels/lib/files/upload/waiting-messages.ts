import { type Db, sql } from '../../db.ts'
import type { StatusError } from '../../delivery-event.ts'
import { recordEvents } from '../../events/record-events.ts'
import { statusEvent } from '../../events/status-event.ts'
import type { RaisedMessage } from '../../message-status.ts'
import { rankOf } from '../../status.ts'
import type { ClaimedUpload } from './upload-statements.ts'

/*
 * A message whose files the provider does not have yet is `queued` and due at no time. It is no other one's turn in its
 * conversation before it left or failed, so the order stays. Who ends an upload looks here.
 */

const RAISED = sql`
  id, tenant_id as "tenantId", organization_id as "organizationId", channel_id as "channelId",
  conversation_id as "conversationId", status`

/**
 * Locked, in one order: of two uploads that end at the same moment, the second sees the other one ended, and no message
 * is left behind by both.
 */
async function holdWaiting(db: Db, { channelId, fileId, ...scope }: ClaimedUpload): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select m.id from cc_external_messages m
    join cc_message_files f on f.message_id = m.id and f.file_id = ${fileId}
    where m.channel_id = ${channelId} and m.tenant_id = ${scope.tenantId}
      and m.organization_id = ${scope.organizationId} and m.status = 'queued' and m.next_attempt_at is null
    order by m.id for update of m`.execute(db)
  return rows.map((row) => row.id)
}

/** Those whose last missing file this was are due at once, or at the time that was asked for. */
export async function releaseWaiting(db: Db, upload: ClaimedUpload, now: Date): Promise<number> {
  const ids = await holdWaiting(db, upload)
  const { numAffectedRows } = await sql`
    update cc_external_messages m
    set next_attempt_at = greatest(${now}::timestamptz, m.scheduled_at), error = null, updated_at = ${now}
    where m.id = any(${ids}::uuid[]) and not exists (
      select 1 from cc_message_files f
      left join cc_media_uploads u on u.channel_id = m.channel_id and u.file_id = f.file_id and u.state = 'ready'
      where f.message_id = m.id and u.id is null)`.execute(db)
  return Number(numAffectedRows ?? 0)
}

/** They go on waiting, and say for what. Their threads hear of it once. */
export async function explainWaiting(db: Db, upload: ClaimedUpload, error: StatusError): Promise<void> {
  const ids = await holdWaiting(db, upload)
  const { rows } = await sql<RaisedMessage>`
    update cc_external_messages set error = ${JSON.stringify(error)}::jsonb where id = any(${ids}::uuid[])
    returning ${RAISED}`.execute(db)
  if (upload.attemptCount === 1) await recordEvents(db, rows.map(statusEvent))
}

/** They have failed, and their threads hear of it. */
export async function failWaiting(
  db: Db,
  upload: ClaimedUpload,
  error: StatusError,
  now: Date,
): Promise<number> {
  const ids = await holdWaiting(db, upload)
  const { rows } = await sql<RaisedMessage>`
    update cc_external_messages
    set status = 'failed', status_rank = ${rankOf('failed')}, error = ${JSON.stringify(error)}::jsonb, updated_at = ${now}
    where id = any(${ids}::uuid[])
    returning ${RAISED}`.execute(db)
  await recordEvents(db, rows.map(statusEvent))
  return rows.length
}
