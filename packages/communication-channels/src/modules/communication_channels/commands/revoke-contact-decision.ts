import type { EntityManager } from '@mikro-orm/postgresql'
import { type CommandHandler, registerCommand } from '@open-mercato/shared/lib/commands'
import { type RevokeDecisionInput, revokeDecisionInput } from '../data/validators.ts'
import type { TenantEncryptionService } from '../lib/encryption-service.ts'
import { decisionContext } from '../lib/identity/decision-context.ts'
import { type Decided, revokeDecision } from '../lib/identity/decisions.ts'
import { nudge, OUTGOING_EVENTS_QUEUE } from '../lib/nudge.ts'

const command: CommandHandler<RevokeDecisionInput, Decided> = {
  id: 'communication_channels.contact_decision.revoke',
  async execute(raw, ctx) {
    const input = revokeDecisionInput.parse(raw)
    const em = ctx.container.resolve<EntityManager>('em').fork()
    const encryption = ctx.container.resolve<TenantEncryptionService>('tenantEncryptionService')
    const decided = await em.transactional(async (tx) =>
      revokeDecision(await decisionContext(tx, encryption, ctx.auth), input.decisionId),
    )
    nudge(OUTGOING_EVENTS_QUEUE)
    return decided
  },
  buildLog: ({ input, result }) => ({
    actionLabel: 'Take back a decision about contacts',
    resourceKind: 'communication_channels.contact_decision',
    resourceId: result.decisionId,
    parentResourceKind: 'communication_channels.contact',
    parentResourceId: result.contactId,
    context: { decisionId: input.decisionId },
  }),
}

registerCommand(command)
