import type { EntityManager } from '@mikro-orm/postgresql'
import { type CommandHandler, registerCommand } from '@open-mercato/shared/lib/commands'
import { CommunicationChannel } from '../data/entities.ts'
import { type SetChannelEnabledInput, setChannelEnabledInput } from '../data/validators.ts'
import { databaseNow, dbOf } from '../lib/db.ts'
import { notFound } from '../lib/errors.ts'
import { closeCircuit } from '../lib/outbox/circuit/close-circuit.ts'
import { scopedEm } from '../lib/scope.ts'

const setChannelEnabled: CommandHandler<SetChannelEnabledInput, { channelId: string }> = {
  id: 'communication_channels.channel.set_enabled',
  async execute(raw, ctx) {
    const { channelId, isEnabled, ...scope } = setChannelEnabledInput.parse(raw)
    const em = scopedEm(ctx.container.resolve<EntityManager>('em'), scope)
    const channel = await em.findOne(CommunicationChannel, { id: channelId })
    if (!channel) throw notFound('channel')
    channel.isEnabled = isEnabled
    await em.flush()
    // Who switches it on has set right what stood against it.
    if (isEnabled) {
      await em.transactional(async (tx) => {
        const db = dbOf(tx)
        await closeCircuit(db, channelId, await databaseNow(db))
      })
    }
    return { channelId }
  },
  buildLog: ({ input }) => ({
    actionLabel: input.isEnabled ? 'Switch a number on' : 'Switch a number off',
    resourceKind: 'communication_channels.channel',
    resourceId: input.channelId,
    changes: { isEnabled: { from: !input.isEnabled, to: input.isEnabled } },
  }),
}

registerCommand(setChannelEnabled)
