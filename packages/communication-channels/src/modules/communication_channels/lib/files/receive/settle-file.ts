import type { MediaError } from '../../adapter/media.ts'
import { type Db, sql } from '../../db.ts'
import type { TenantEncryptionService } from '../../encryption-service.ts'
import { type ConversationEvent, recordEvents } from '../../events/record-events.ts'
import type { ExaminedFile } from '../examine/examine-file.ts'
import { FILE_ENTITY } from '../store/store-bytes.ts'
import type { ClaimedFile } from './claim-files.ts'
import { decideFetchRetry } from './retry.ts'

export interface KeptFile {
  examined: ExaminedFile
  name: string
  durationMs: number | null
  attachmentId: string
  previewAttachmentId: string | null
  playableAttachmentId: string | null
  hint: 'no_rendition' | 'no_preview' | null
}

/**
 * Writes down what was stored, and tells those who show its messages. An attempt that was overtaken by another one
 * changes nothing.
 *
 * @returns whether it counts
 */
export async function settleStored(
  db: Db,
  encryption: TenantEncryptionService,
  file: ClaimedFile,
  kept: KeptFile,
  now: Date,
): Promise<boolean> {
  const { examined } = kept
  const { file_name: fileName } = await encryption.encryptEntityPayload(
    FILE_ENTITY,
    { file_name: kept.name },
    file.tenantId,
    file.organizationId,
  )
  const { numAffectedRows } = await sql`
    update cc_media_files set
      state = 'stored', file_name = ${String(fileName)}, mime_type = ${examined.mimeType},
      byte_size = ${examined.byteSize}, sha256 = ${examined.sha256}, width = ${examined.width},
      height = ${examined.height}, duration_ms = ${kept.durationMs}, is_animated = ${examined.isAnimated},
      audio_codec = ${examined.audioCodec}, audio_channels = ${examined.audioChannels},
      video_codec = ${examined.videoCodec},
      attachment_id = ${kept.attachmentId}, preview_attachment_id = ${kept.previewAttachmentId},
      playable_attachment_id = ${kept.playableAttachmentId}, hint = ${kept.hint}, error = null,
      next_attempt_at = null, claimed_until = null, stored_at = ${now}, updated_at = ${now}
    where ${isOurs(file)}`.execute(db)
  if (!numAffectedRows) return false
  await tellCarriers(db, [file.id])
  return true
}

/** Puts the file off, or at the end leaves it to a person, with what the provider said. */
export async function settleFailed(
  db: Db,
  file: ClaimedFile,
  failure: MediaError,
  now: Date,
  jitter: number,
): Promise<void> {
  const decision = failure.retryable
    ? decideFetchRetry(file.attemptCount, failure.retryAfterMs, new Date(file.createdAt), now, jitter)
    : ({ retry: false } as const)
  const { code, message, action } = failure
  const { numAffectedRows } = await sql`
    update cc_media_files set
      state = ${decision.retry ? 'waiting' : 'failed'}, error = ${JSON.stringify({ code, message, action })}::jsonb,
      next_attempt_at = ${decision.retry ? decision.at : null}, claimed_until = null, updated_at = ${now}
    where ${isOurs(file)}`.execute(db)
  // That it will take longer is told once.
  if (numAffectedRows && (!decision.retry || file.attemptCount === 1)) await tellCarriers(db, [file.id])
}

function isOurs(file: ClaimedFile) {
  return sql`id = ${file.id} and tenant_id = ${file.tenantId} and state = 'waiting'
    and attempt_count = ${file.attemptCount}`
}

/** Whoever shows a message that carries one of the files reads it again. */
export async function tellCarriers(db: Db, fileIds: string[]): Promise<void> {
  const { rows } = await sql<ConversationEvent['payload'] & { tenantId: string; organizationId: string }>`
    select m.tenant_id as "tenantId", m.organization_id as "organizationId", m.channel_id as "channelId",
           ch.provider_key as "providerKey", m.conversation_id as "conversationId", m.id as "messageId"
    from cc_message_files mf
    join cc_external_messages m on m.id = mf.message_id
    join cc_communication_channels ch on ch.id = m.channel_id
    where mf.file_id = any(${fileIds}::uuid[]) order by m.id`.execute(db)
  await recordEvents(
    db,
    rows.map(({ tenantId, organizationId, ...payload }) => ({
      event: 'communication_channels.conversation.updated',
      tenantId,
      organizationId,
      payload,
    })),
  )
}
