import type { EntityManager } from '@mikro-orm/postgresql'
import { MediaFile } from '../../../data/entities.ts'
import type { Resolve } from '../../adapter/connection-input.ts'
import type { TenantEncryptionService } from '../../encryption-service.ts'
import { type Scope, scopedEm } from '../../scope.ts'
import type { KnownFile } from '../sendable/sendable-as.ts'
import { FILE_ENTITY, findBytes } from './store-bytes.ts'

export interface FileContext {
  em: EntityManager
  encryption: TenantEncryptionService
  resolve: Resolve
  scope: Scope
}

/** A file of the organisation that is in its place. */
export interface FoundFile extends KnownFile {
  id: string
  name: string
  durationMs: number | null
  attachmentId: string
}

/** Those of the files that the organisation has and that are stored; the others are left out. */
export async function findStoredFiles(
  ctx: Omit<FileContext, 'resolve'>,
  ids: string[],
): Promise<FoundFile[]> {
  if (ids.length === 0) return []
  const { tenantId, organizationId } = ctx.scope
  const rows = await scopedEm(ctx.em, ctx.scope).find(MediaFile, { id: { $in: ids }, state: 'stored' })
  return Promise.all(
    rows.map(async (row) => {
      const { file_name } = await ctx.encryption.decryptEntityPayload(
        FILE_ENTITY,
        { file_name: row.fileName },
        tenantId,
        organizationId,
      )
      return {
        id: row.id,
        mimeType: row.mimeType ?? 'application/octet-stream',
        byteSize: row.byteSize ?? 0,
        width: row.width ?? null,
        height: row.height ?? null,
        isAnimated: row.isAnimated,
        durationMs: row.durationMs ?? null,
        audioCodec: row.audioCodec ?? null,
        audioChannels: row.audioChannels ?? null,
        videoCodec: row.videoCodec ?? null,
        name: String(file_name ?? 'file'),
        attachmentId: row.attachmentId!,
      }
    }),
  )
}

/** Null where the bytes are gone. Throws what the storage throws. */
export async function readBytes(
  ctx: Pick<FileContext, 'em' | 'resolve' | 'scope'>,
  { attachmentId }: Pick<FoundFile, 'attachmentId'>,
): Promise<Uint8Array | null> {
  const stored = await findBytes(ctx, attachmentId)
  if (!stored) return null
  const { partitionCode, storagePath } = stored.attachment
  return (await stored.driver.read(partitionCode, storagePath)).buffer
}
