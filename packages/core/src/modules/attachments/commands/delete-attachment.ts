import type { EntityManager } from '@mikro-orm/postgresql'
import { registerCommand } from '@open-mercato/shared/lib/commands'
import { assertFound } from '@open-mercato/shared/lib/crud/errors'
import { Attachment } from '../data/entities.ts'
import { type DeleteAttachmentInput, deleteAttachmentSchema } from '../data/validators.ts'
import { requireOwnScope } from '../lib/command-scope.ts'
import type { StorageDriverFactory } from '../lib/drivers.ts'

registerCommand<DeleteAttachmentInput, Attachment>({
  id: 'attachments.attachment.delete',

  async execute(rawInput, ctx) {
    const { id, ...scope } = deleteAttachmentSchema.parse(rawInput)
    requireOwnScope(ctx, scope)
    const em = ctx.container.resolve<EntityManager>('em')
    const attachment = assertFound(await em.findOne(Attachment, { id, ...scope }), 'There is no such file.')
    const driver = ctx.container
      .resolve<StorageDriverFactory>('storageDriverFactory')
      .resolveForAttachment(attachment.storageDriver, attachment.storageMetadata)
    // The bytes, then the row: when it fails in between, it can be done again.
    await driver.delete(attachment.partitionCode, attachment.storagePath)
    await em.nativeDelete(Attachment, { id, ...scope })
    return attachment
  },

  buildLog: ({ input, result }) => ({
    tenantId: input.tenantId,
    organizationId: input.organizationId,
    actionLabel: 'Deleted a file',
    resourceKind: 'attachments.attachment',
    resourceId: input.id,
    parentResourceKind: result.entityId,
    parentResourceId: result.recordId,
  }),
})
