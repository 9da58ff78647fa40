import { randomUUIDv7 } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import { Attachment } from '@open-mercato/core/modules/attachments/data/entities'
import type { StorageDriver } from '@open-mercato/core/modules/attachments/lib/drivers'
import { resolveDefaultPartitionCode } from '@open-mercato/core/modules/attachments/lib/partitions'
import type { Resolve } from '../../adapter/connection-input.ts'
import type { Scope } from '../../scope.ts'

/** As the host's attachments know a file of ours; its id is their `recordId`. */
export const FILE_ENTITY = 'communication_channels:media_file'

export interface StorageContext {
  em: EntityManager
  resolve: Resolve
}

/** The part of the host's service that is used. */
interface DriverFactory {
  resolveForPartition(partitionCode: string, scope?: Scope): Promise<StorageDriver>
  resolveForAttachment(driverKey: string, config?: Record<string, unknown> | null): StorageDriver
}

export function driverFactoryOf({ resolve }: Pick<StorageContext, 'resolve'>): DriverFactory {
  return resolve<DriverFactory>('storageDriverFactory')
}

export interface FileBytes {
  /** The file's id. */
  id: string
  bytes: Uint8Array
  mimeType: string
  /** Only its extension is kept with the bytes: names of customers' files are the hub's, and encrypted there. */
  fileName: string
}

/**
 * Keeps bytes of a file, and right after that where they are, so that an attempt that dies later leaves nothing that
 * cannot be found (`remove-bytes.ts`). Throws what the storage throws; then nothing is kept.
 */
export async function storeBytes(
  ctx: StorageContext & { scope: Scope },
  { id, bytes, mimeType, fileName }: FileBytes,
): Promise<{ attachmentId: string }> {
  const { tenantId, organizationId } = ctx.scope
  const partitionCode = resolveDefaultPartitionCode(FILE_ENTITY)
  const driver = await driverFactoryOf(ctx).resolveForPartition(partitionCode, { tenantId, organizationId })
  const extension = /\.[a-z0-9]{1,10}$/i.exec(fileName)?.[0] ?? ''
  const attachmentId = randomUUIDv7()
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const name = `${id}${extension}`
  const stored = await driver.store({
    partitionCode,
    orgId: organizationId,
    tenantId,
    fileName: name,
    buffer,
  })
  await ctx.em.fork().insert(Attachment, {
    id: attachmentId,
    entityId: FILE_ENTITY,
    recordId: id,
    tenantId,
    organizationId,
    partitionCode,
    fileName: name,
    mimeType,
    fileSize: bytes.byteLength,
    storageDriver: driver.key,
    storagePath: stored.storagePath,
    storageMetadata: stored.driverMeta ?? null,
    url: `/api/communication_channels/files/${id}/content`,
    createdAt: new Date(),
  })
  return { attachmentId }
}

/** A stored attachment of a file, with the driver that has its bytes. Null where it is gone. */
export async function findBytes(
  ctx: StorageContext & { scope: Scope },
  attachmentId: string,
): Promise<{ attachment: Attachment; driver: StorageDriver } | null> {
  const { tenantId, organizationId } = ctx.scope
  const where = { id: attachmentId, entityId: FILE_ENTITY, tenantId, organizationId }
  const attachment = await ctx.em.fork().findOne(Attachment, where)
  if (!attachment) return null
  const driver = driverFactoryOf(ctx).resolveForAttachment(
    attachment.storageDriver,
    attachment.storageMetadata,
  )
  return { attachment, driver }
}
