import type { EntityManager } from '@mikro-orm/postgresql'
import { type CommandHandler, registerCommand } from '@open-mercato/shared/lib/commands'
import { z } from 'zod'
import { dbOf } from '../lib/db.ts'
import { type OpenedDelivery, openDelivery } from '../lib/deliveries/open-delivery.ts'
import type { TenantEncryptionService } from '../lib/encryption-service.ts'
import { requireScope } from '../lib/scope.ts'

const input = z.object({ id: z.uuid() })

/** A command because of its record: whoever reads what customers wrote here leaves their name. */
const openOne: CommandHandler<z.infer<typeof input>, OpenedDelivery> = {
  id: 'communication_channels.delivery.open',
  async execute(raw, ctx) {
    const { id } = input.parse(raw)
    const db = dbOf(ctx.container.resolve<EntityManager>('em').fork())
    const encryption = ctx.container.resolve<TenantEncryptionService>('tenantEncryptionService')
    return openDelivery(db, encryption, requireScope(ctx.auth), id)
  },
  buildLog: ({ input: { id } }) => ({
    actionLabel: 'Open a webhook delivery',
    resourceKind: 'communication_channels.delivery',
    resourceId: id,
  }),
}

registerCommand(openOne)
