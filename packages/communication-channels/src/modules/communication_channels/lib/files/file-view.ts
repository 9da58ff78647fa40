import { z } from 'zod'
import type { TenantEncryptionService } from '../encryption-service.ts'
import type { Scope } from '../scope.ts'
import type { FileRow } from './file-statements.ts'

/** A file as the API shows it. Addresses are of the hub's own routes; all ask who is looking. */
export const fileView = z.object({
  id: z.uuid(),
  state: z.enum(['waiting', 'stored', 'failed', 'removed']),
  origin: z.enum(['received', 'uploaded', 'fetched']),
  name: z.string().nullable(),
  mimeType: z.string().nullable(),
  byteSize: z.number().nullable(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  durationMs: z.number().nullable(),
  isAnimated: z.boolean(),
  url: z.string().nullable(),
  previewUrl: z.string().nullable(),
  /** For a player: a rendition where there is one, else the file itself. */
  playableUrl: z.string().nullable(),
  hint: z.enum(['no_rendition', 'no_preview']).nullable(),
  error: z.object({ code: z.string(), message: z.string(), action: z.string().nullable() }).nullable(),
  /** Waiting, and at least one attempt failed. */
  isRetrying: z.boolean(),
})
export type FileView = z.infer<typeof fileView>

/** As what a file may be sent from a number. */
export const sendableAs = z.object({
  type: z.enum(['image', 'video', 'audio', 'voice', 'document', 'sticker']),
  ok: z.boolean(),
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
  /** Whether a copy can be made that would be taken. */
  convertible: z.boolean(),
})
export type SendableAs = z.infer<typeof sendableAs>

const FILES = '/api/communication_channels/files'

/** Its addresses stand only where there is something behind them. */
export async function viewFile(
  encryption: TenantEncryptionService,
  { tenantId, organizationId }: Scope,
  row: FileRow,
): Promise<FileView> {
  const { file_name: name } = await encryption.decryptEntityPayload(
    'communication_channels:media_file',
    { file_name: row.fileName },
    tenantId,
    organizationId,
  )
  const isStored = row.state === 'stored'
  const content = `${FILES}/${row.id}/content`
  const isPlayed = /^(?:audio|video)\//.test(row.mimeType ?? '')
  return {
    id: row.id,
    state: row.state,
    origin: row.origin,
    name: name as string | null,
    mimeType: row.mimeType,
    byteSize: row.byteSize === null ? null : Number(row.byteSize),
    width: row.width,
    height: row.height,
    durationMs: row.durationMs,
    isAnimated: row.isAnimated,
    url: isStored ? content : null,
    previewUrl: isStored && row.previewAttachmentId ? `${content}?variant=preview` : null,
    playableUrl:
      isStored && isPlayed ? content + (row.playableAttachmentId ? '?variant=playable' : '') : null,
    hint: row.hint,
    error: row.error && { code: row.error.code, message: row.error.message, action: row.error.action },
    isRetrying: row.state === 'waiting' && row.error !== null,
  }
}
