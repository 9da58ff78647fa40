import { randomUUIDv7 } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import { Attachment } from '../data/entities.ts'
import type { StorageDriverFactory } from './drivers.ts'
import { buildAttachmentFileUrl } from './imageUrls.ts'
import { resolveDefaultPartitionCode } from './partitions.ts'
import type { Upload } from './screen-upload.ts'

interface StoreContext {
  em: EntityManager
  drivers: StorageDriverFactory
  scope: { tenantId: string; organizationId: string }
}

/** Stores a screened upload: the bytes, then the row. Without the row the bytes go again. */
export async function storeAttachment(
  { em, drivers, scope }: StoreContext,
  record: { entityId: string; recordId: string },
  { fileName, mimeType, bytes }: Upload,
): Promise<Attachment> {
  const partitionCode = resolveDefaultPartitionCode(record.entityId)
  const driver = await drivers.resolveForPartition(partitionCode, scope)
  const { tenantId, organizationId: orgId } = scope
  const stored = await driver.store({ partitionCode, orgId, tenantId, fileName, buffer: bytes })
  const id = randomUUIDv7()
  const attachment = em.create(Attachment, {
    id,
    ...record,
    ...scope,
    partitionCode,
    fileName,
    mimeType,
    fileSize: bytes.length,
    storageDriver: driver.key,
    storagePath: stored.storagePath,
    storageMetadata: stored.driverMeta ?? null,
    url: buildAttachmentFileUrl(id),
  })
  try {
    await em.persist(attachment).flush()
  } catch (error) {
    await driver.delete(partitionCode, stored.storagePath).catch(() => undefined)
    throw error
  }
  return attachment
}
