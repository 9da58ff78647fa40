import { randomUUIDv7 } from 'node:crypto'
import type { MediaContent } from '../../content/media.ts'
import type { MessageContent } from '../../content/message-content.ts'
import { type Db, sql } from '../../db.ts'
import type { TenantEncryptionService } from '../../encryption-service.ts'
import type { StoredMessage } from '../../ingest/message-row.ts'
import { soundText } from '../../sound-text.ts'
import { isMedia } from '../message/with-file-id.ts'
import { FILE_ENTITY } from '../store/store-bytes.ts'

/**
 * Writes down which files are to be fetched, in the transaction that stores their messages. A message has its file once,
 * however often and in whatever order it was told; only what the message really says counts.
 *
 * @param messages stored or completed just now
 * @returns how many files wait now because of them
 */
export async function keepReceivedFiles(
  db: Db,
  encryption: TenantEncryptionService,
  messages: StoredMessage[],
): Promise<number> {
  const carried = new Map<string, StoredMessage & { said: MediaContent }>()
  for (const stored of messages) {
    const said = mediaOf(stored.message.event.content)
    if (said && !carried.has(stored.id)) carried.set(stored.id, { ...stored, said })
  }
  if (carried.size === 0) return 0
  const rows = await Promise.all([...carried.values()].map((row) => fileRow(encryption, row)))
  const { numAffectedRows } = await sql`
    with told as (
      select * from unnest(
        ${rows.map((row) => row.id)}::uuid[],
        ${rows.map((row) => row.messageId)}::uuid[],
        ${rows.map((row) => row.contentType)}::text[],
        ${rows.map((row) => row.tenantId)}::uuid[],
        ${rows.map((row) => row.organizationId)}::uuid[],
        ${rows.map((row) => row.channelId)}::uuid[],
        ${rows.map((row) => row.externalMediaId)}::text[],
        ${rows.map((row) => row.link)}::text[],
        ${rows.map((row) => row.fileName)}::text[],
        ${rows.map((row) => row.mimeType)}::text[],
        ${rows.map((row) => row.sha256)}::text[],
        ${rows.map((row) => row.isAnimated)}::boolean[])
        as v (id, message_id, content_type, tenant_id, organization_id, channel_id, external_media_id, link,
              file_name, mime_type, sha256, is_animated)
    ), fresh as (
      select told.* from told
      join cc_external_messages m on m.id = told.message_id and m.content_type = told.content_type
      where not exists (select 1 from cc_message_files mf where mf.message_id = told.message_id)
    ), kept as (
      insert into cc_media_files
        (id, tenant_id, organization_id, origin, state, channel_id, external_media_id, link, file_name, mime_type,
         sha256, is_animated, next_attempt_at)
      select id, tenant_id, organization_id, 'received', 'waiting', channel_id, external_media_id, link, file_name,
             mime_type, sha256, is_animated, now()
      from fresh
    )
    insert into cc_message_files (message_id, file_id, tenant_id, organization_id)
    select message_id, id, tenant_id, organization_id from fresh`.execute(db)
  return Number(numAffectedRows ?? 0)
}

/** Null where a message carries no file that anybody could ask for. */
function mediaOf(content: MessageContent): MediaContent | null {
  return isMedia(content) && (content.media.id || content.media.link) ? content : null
}

async function fileRow(
  encryption: TenantEncryptionService,
  { id: messageId, message: { channel }, said }: StoredMessage & { said: MediaContent },
) {
  const { tenantId, organizationId, id: channelId } = channel
  const { file_name, link } = await encryption.encryptEntityPayload(
    FILE_ENTITY,
    { file_name: said.filename ?? null, link: said.media.link ?? null },
    tenantId,
    organizationId,
  )
  return {
    id: randomUUIDv7(),
    messageId,
    contentType: said.type,
    tenantId,
    organizationId,
    channelId,
    externalMediaId: said.media.id ? soundText(said.media.id) : null,
    link: link as string | null,
    fileName: file_name as string | null,
    mimeType: said.media.mimeType ? soundText(said.media.mimeType.split(';')[0]!.trim().slice(0, 200)) : null,
    sha256: said.media.sha256 ? hexOf(said.media.sha256) : null,
    isAnimated: said.isAnimated ?? false,
  }
}

/** Providers say it in base64 or in hex; whatever is no SHA-256 says nothing. */
function hexOf(said: string): string | null {
  if (/^[0-9a-f]{64}$/i.test(said)) return said.toLowerCase()
  const bytes = Buffer.from(said, 'base64')
  return bytes.byteLength === 32 ? bytes.toString('hex') : null
}
