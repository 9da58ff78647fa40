import type { EntityManager } from '@mikro-orm/postgresql'
import { registerCommand } from '@open-mercato/shared/lib/commands'
import type { Attachment } from '../data/entities.ts'
import { type CreateAttachmentInput, createAttachmentSchema } from '../data/validators.ts'
import { requireOwnScope } from '../lib/command-scope.ts'
import type { StorageDriverFactory } from '../lib/drivers.ts'
import { screenUpload } from '../lib/screen-upload.ts'
import { storeAttachment } from '../lib/store-attachment.ts'

registerCommand<CreateAttachmentInput, Attachment>({
  id: 'attachments.attachment.create',

  async execute(rawInput, ctx) {
    const { tenantId, organizationId, entityId, recordId, ...upload } = createAttachmentSchema.parse(rawInput)
    const scope = { tenantId, organizationId }
    requireOwnScope(ctx, scope)
    const store = {
      em: ctx.container.resolve<EntityManager>('em'),
      drivers: ctx.container.resolve<StorageDriverFactory>('storageDriverFactory'),
      scope,
    }
    return storeAttachment(store, { entityId, recordId }, await screenUpload(upload))
  },

  buildLog: ({ input, result }) => ({
    tenantId: input.tenantId,
    organizationId: input.organizationId,
    actionLabel: 'Attached a file',
    resourceKind: 'attachments.attachment',
    resourceId: result.id,
    parentResourceKind: input.entityId,
    parentResourceId: input.recordId,
  }),
})
