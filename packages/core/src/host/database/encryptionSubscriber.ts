import { type ChangeSet, type EventArgs, type EventSubscriber, helper } from '@mikro-orm/core'
import { entityIdOf } from '@open-mercato/shared/lib/encryption/entityIds'
import type { TenantDataEncryptionService } from '@open-mercato/shared/lib/encryption/tenantDataEncryptionService'

type Row = Record<string, unknown>

/** The row leaves encrypted; the entity in memory keeps its plain text. */
export class EncryptionSubscriber implements EventSubscriber {
  private readonly service: TenantDataEncryptionService

  constructor(service: TenantDataEncryptionService) {
    this.service = service
  }

  async beforeCreate(args: EventArgs<object>): Promise<void> {
    await this.encrypt(args)
  }

  async beforeUpdate(args: EventArgs<object>): Promise<void> {
    await this.encrypt(args)
  }

  /** After an insert the unit of work remembers the row as written; a later flush must not see the plain text as a change. */
  async afterCreate(args: EventArgs<object>): Promise<void> {
    const entityId = entityIdOf(args.meta.class)
    const known = helper(args.entity).__originalEntityData as Row | undefined
    if (!entityId || !known || !this.service.getEncryptedFieldNames(entityId).length) return
    for (const name of Object.keys(args.changeSet?.payload ?? {})) {
      if (typeof known[name] === 'string') known[name] = (args.entity as Row)[name]
    }
  }

  private async encrypt({ changeSet, meta, entity }: EventArgs<object>): Promise<void> {
    const entityId = entityIdOf(meta.class)
    if (!entityId || !changeSet) return
    const payload = changeSet.payload as Row
    const tenantId = (entity as { tenantId?: string }).tenantId
    const sealed = await this.service.encryptEntityPayload(entityId, payload, tenantId)
    if (sealed !== payload) Object.assign((changeSet as ChangeSet<object>).payload, sealed)
  }
}
