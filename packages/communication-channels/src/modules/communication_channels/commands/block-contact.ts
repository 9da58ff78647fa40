import type { EntityManager } from '@mikro-orm/postgresql'
import { type CommandHandler, registerCommand } from '@open-mercato/shared/lib/commands'
import {
  type BlockContactInput,
  blockContactInput,
  type UnblockContactInput,
  unblockContactInput,
} from '../data/validators.ts'
import { blockContact, unblockContact } from '../lib/consent/block-contact.ts'
import { type ProviderProblem, tellProvider } from '../lib/consent/tell-provider.ts'
import type { TenantEncryptionService } from '../lib/encryption-service.ts'
import { decisionContext } from '../lib/identity/decision-context.ts'
import type { DecisionContext } from '../lib/identity/decisions.ts'
import { nudge, OUTGOING_EVENTS_QUEUE } from '../lib/nudge.ts'

export interface Blocked {
  contactId: string
  providerProblems: ProviderProblem[]
}

type CommandContext = Parameters<CommandHandler<unknown, Blocked>['execute']>[1]

/** Ours first, and for good: the provider is only told of it. */
async function change(
  { container, auth }: CommandContext,
  isBlocked: boolean,
  apply: (ctx: DecisionContext) => Promise<string>,
): Promise<Blocked> {
  const em = container.resolve<EntityManager>('em').fork()
  const encryption = container.resolve<TenantEncryptionService>('tenantEncryptionService')
  const { contactId, scope } = await em.transactional(async (tx) => {
    const ctx = await decisionContext(tx, encryption, auth)
    return { contactId: await apply(ctx), scope: ctx.scope }
  })
  nudge(OUTGOING_EVENTS_QUEUE)
  const resolve = <T>(name: string) => container.resolve<T>(name)
  const providerProblems = await tellProvider({ em, encryption, resolve, scope }, contactId, isBlocked)
  return { contactId, providerProblems }
}

const block: CommandHandler<BlockContactInput, Blocked> = {
  id: 'communication_channels.contact.block',
  async execute(raw, ctx) {
    const input = blockContactInput.parse(raw)
    return change(ctx, true, (decision) => blockContact(decision, input))
  },
  // Not why: it is about a person.
  buildLog: ({ result }) => ({
    actionLabel: 'Blocked a contact',
    resourceKind: 'communication_channels.contact',
    resourceId: result.contactId,
    context: { refusedBy: result.providerProblems.map(({ channelId, code }) => ({ channelId, code })) },
  }),
}

const unblock: CommandHandler<UnblockContactInput, Blocked> = {
  id: 'communication_channels.contact.unblock',
  async execute(raw, ctx) {
    const { contactId } = unblockContactInput.parse(raw)
    return change(ctx, false, (decision) => unblockContact(decision, contactId))
  },
  buildLog: ({ result }) => ({
    actionLabel: 'Unblocked a contact',
    resourceKind: 'communication_channels.contact',
    resourceId: result.contactId,
    context: { refusedBy: result.providerProblems.map(({ channelId, code }) => ({ channelId, code })) },
  }),
}

registerCommand(block)
registerCommand(unblock)
