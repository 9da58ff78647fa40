import type { EntityManager } from '@mikro-orm/postgresql'
import { type CommandHandler, registerCommand } from '@open-mercato/shared/lib/commands'
import { type JoinContactsInput, joinContactsInput } from '../data/validators.ts'
import type { TenantEncryptionService } from '../lib/encryption-service.ts'
import { decisionContext } from '../lib/identity/decision-context.ts'
import { type Decided, joinContacts } from '../lib/identity/decisions.ts'
import { nudge, OUTGOING_EVENTS_QUEUE } from '../lib/nudge.ts'

const command: CommandHandler<JoinContactsInput, Decided> = {
  id: 'communication_channels.contact.join',
  async execute(raw, ctx) {
    const input = joinContactsInput.parse(raw)
    const em = ctx.container.resolve<EntityManager>('em').fork()
    const encryption = ctx.container.resolve<TenantEncryptionService>('tenantEncryptionService')
    const decided = await em.transactional(async (tx) =>
      joinContacts(await decisionContext(tx, encryption, ctx.auth), input),
    )
    nudge(OUTGOING_EVENTS_QUEUE)
    return decided
  },
  buildLog: ({ input, result }) => ({
    actionLabel: 'Join two contacts',
    resourceKind: 'communication_channels.contact_decision',
    resourceId: result.decisionId,
    parentResourceKind: 'communication_channels.contact',
    parentResourceId: result.contactId,
    context: { contactId: input.contactId, otherId: input.otherId },
  }),
}

registerCommand(command)
