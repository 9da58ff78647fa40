import type { EntityManager } from '@mikro-orm/postgresql'
import { type CommandHandler, registerCommand } from '@open-mercato/shared/lib/commands'
import { type SplitContactInput, splitContactInput } from '../data/validators.ts'
import type { TenantEncryptionService } from '../lib/encryption-service.ts'
import { decisionContext } from '../lib/identity/decision-context.ts'
import { type Decided, splitContact } from '../lib/identity/decisions.ts'
import { nudge, OUTGOING_EVENTS_QUEUE } from '../lib/nudge.ts'

const command: CommandHandler<SplitContactInput, Decided> = {
  id: 'communication_channels.contact.split',
  async execute(raw, ctx) {
    const input = splitContactInput.parse(raw)
    const em = ctx.container.resolve<EntityManager>('em').fork()
    const encryption = ctx.container.resolve<TenantEncryptionService>('tenantEncryptionService')
    const decided = await em.transactional(async (tx) =>
      splitContact(await decisionContext(tx, encryption, ctx.auth), input),
    )
    nudge(OUTGOING_EVENTS_QUEUE)
    return decided
  },
  buildLog: ({ input, result }) => ({
    actionLabel: 'Split a contact',
    resourceKind: 'communication_channels.contact_decision',
    resourceId: result.decisionId,
    parentResourceKind: 'communication_channels.contact',
    parentResourceId: result.contactId,
    context: { identityIds: input.identityIds, eventId: input.eventId },
  }),
}

registerCommand(command)
