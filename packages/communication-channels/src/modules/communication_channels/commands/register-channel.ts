import { randomUUIDv7 } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import { type CommandHandler, registerCommand } from '@open-mercato/shared/lib/commands'
import { CommunicationChannel } from '../data/entities.ts'
import { type RegisterChannelInput, registerChannelInput } from '../data/validators.ts'
import { scopedEm } from '../lib/scope.ts'

/**
 * Providers call it for every number of a connection, as often as they like: a known number gets its name and
 * address refreshed and keeps its switch.
 */
const registerChannel: CommandHandler<RegisterChannelInput, { channelId: string; isNew: boolean }> = {
  id: 'communication_channels.channel.register',
  async execute(raw, ctx) {
    const { tenantId, organizationId, ...input } = registerChannelInput.parse(raw)
    const em = scopedEm(ctx.container.resolve<EntityManager>('em'), { tenantId, organizationId })
    const { providerKey, connectionId, externalIdentifier } = input
    const known = await em.findOne(CommunicationChannel, { providerKey, connectionId, externalIdentifier })
    if (known) {
      em.assign(known, input)
      await em.flush()
      return { channelId: known.id, isNew: false }
    }
    const channel = em.create(CommunicationChannel, {
      id: randomUUIDv7(),
      tenantId,
      organizationId,
      isEnabled: true,
      createdAt: new Date(),
      updatedAt: new Date(),
      ...input,
    })
    await em.flush()
    return { channelId: channel.id, isNew: true }
  },
  buildLog: ({ input, result }) => ({
    skipLog: !result.isNew,
    tenantId: input.tenantId,
    organizationId: input.organizationId,
    actionLabel: 'Connect a number',
    resourceKind: 'communication_channels.channel',
    resourceId: result.channelId,
    context: { providerKey: input.providerKey, displayName: input.displayName },
  }),
}

registerCommand(registerChannel)
