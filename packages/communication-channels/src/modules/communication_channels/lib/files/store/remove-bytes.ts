import { Attachment } from '@open-mercato/core/modules/attachments/data/entities'
import type { Scope } from '../../scope.ts'
import { driverFactoryOf, FILE_ENTITY, type StorageContext } from './store-bytes.ts'

/**
 * Deletes stored bytes of a file, all but those that are to be kept. The bytes before what says where they are: who dies in
 * between finds them again. Throws what the storage throws; what is left then is left for another time.
 */
export async function removeBytes(
  ctx: StorageContext & { scope: Scope },
  fileId: string,
  isKept: (attachmentId: string) => boolean = () => false,
): Promise<void> {
  const { tenantId, organizationId } = ctx.scope
  const em = ctx.em.fork()
  const where = { entityId: FILE_ENTITY, recordId: fileId, tenantId, organizationId }
  for (const attachment of await em.find(Attachment, where)) {
    if (isKept(attachment.id)) continue
    const driver = driverFactoryOf(ctx).resolveForAttachment(
      attachment.storageDriver,
      attachment.storageMetadata,
    )
    await driver.delete(attachment.partitionCode, attachment.storagePath)
    await em.nativeDelete(Attachment, { id: attachment.id, tenantId, organizationId })
  }
}
