import { type Db, sql } from '../db.ts'
import type { StatusError } from '../delivery-event.ts'
import type { Scope } from '../scope.ts'

/** A file as it is read to be shown or served; the name encrypted. */
export interface FileRow {
  id: string
  state: 'waiting' | 'stored' | 'failed' | 'removed'
  origin: 'received' | 'uploaded' | 'fetched'
  externalMediaId: string | null
  fileName: string | null
  mimeType: string | null
  byteSize: number | string | null
  sha256: string | null
  width: number | null
  height: number | null
  durationMs: number | null
  isAnimated: boolean
  attachmentId: string | null
  previewAttachmentId: string | null
  playableAttachmentId: string | null
  hint: 'no_rendition' | 'no_preview' | null
  error: StatusError | null
}

/** One file `f` as JSON, so that a list has the files of its rows in the same query. */
export const fileAsJson = sql`jsonb_build_object(
  'id', f.id, 'state', f.state, 'origin', f.origin, 'externalMediaId', f.external_media_id, 'fileName', f.file_name,
  'mimeType', f.mime_type, 'byteSize', f.byte_size, 'sha256', f.sha256, 'width', f.width, 'height', f.height,
  'durationMs', f.duration_ms, 'isAnimated', f.is_animated, 'attachmentId', f.attachment_id,
  'previewAttachmentId', f.preview_attachment_id, 'playableAttachmentId', f.playable_attachment_id,
  'hint', f.hint, 'error', f.error)`

/** Null where the organisation has no such file. */
export async function findFile(
  db: Db,
  { tenantId, organizationId }: Scope,
  id: string,
): Promise<FileRow | null> {
  const { rows } = await sql<{ row: FileRow }>`
    select ${fileAsJson} as row from cc_media_files f
    where f.id = ${id} and f.tenant_id = ${tenantId} and f.organization_id = ${organizationId}`.execute(db)
  return rows[0]?.row ?? null
}

/** At once, where it waits for its turn or has failed; where it is being fetched this very moment, nothing changes. */
export async function askAgain(
  db: Db,
  { tenantId, organizationId }: Scope,
  id: string,
  now: Date,
): Promise<void> {
  await sql`
    update cc_media_files set state = 'waiting', next_attempt_at = now(), updated_at = ${now}
    where id = ${id} and tenant_id = ${tenantId} and organization_id = ${organizationId} and origin = 'received'
      and state in ('waiting', 'failed') and (claimed_until is null or claimed_until < now())`.execute(db)
}

/** Takes back what staff chose and did not send. False where a message carries it, or where it is not theirs. */
export async function removeUnsent(
  db: Db,
  { tenantId, organizationId }: Scope,
  id: string,
  now: Date,
): Promise<boolean> {
  // A message that is being accepted with it holds the row (`tieFiles`). Only who has the row sees that message.
  await sql`
    select id from cc_media_files
    where id = ${id} and tenant_id = ${tenantId} and organization_id = ${organizationId} for update`.execute(
    db,
  )
  const { numAffectedRows } = await sql`
    update cc_media_files f set state = 'removed', removed_at = ${now}, updated_at = ${now}
    where f.id = ${id} and f.tenant_id = ${tenantId} and f.organization_id = ${organizationId}
      and f.origin <> 'received' and f.state <> 'removed'
      and not exists (select 1 from cc_message_files mf where mf.file_id = f.id)
      and not exists (
        select 1 from cc_batch_files bf join cc_batches b on b.id = bf.batch_id
        where bf.file_id = f.id and b.state in ('running', 'paused'))`.execute(db)
  return Boolean(numAffectedRows)
}
