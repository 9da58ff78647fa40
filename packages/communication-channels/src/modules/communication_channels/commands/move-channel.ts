import type { EntityManager } from '@mikro-orm/postgresql'
import { type CommandHandler, registerCommand } from '@open-mercato/shared/lib/commands'
import { z } from 'zod'
import { dbOf, sql } from '../lib/db.ts'
import { notFound } from '../lib/errors.ts'

const moveChannelInput = z.object({
  tenantId: z.uuid(),
  organizationId: z.uuid(),
  channelId: z.uuid(),
  connectionId: z.uuid(),
  externalIdentifier: z.string().min(1).max(200),
  isEnabled: z.boolean(),
})
type MoveChannelInput = z.infer<typeof moveChannelInput>

/** A number that another connection has from now on. It stays the channel it was, so its conversations go on. */
const moveChannel: CommandHandler<MoveChannelInput, { channelId: string }> = {
  id: 'communication_channels.channel.move',
  async execute(raw, ctx) {
    const { tenantId, organizationId, channelId, ...place } = moveChannelInput.parse(raw)
    const { rows } = await sql`
      update cc_communication_channels
      set connection_id = ${place.connectionId}, external_identifier = ${place.externalIdentifier},
          is_enabled = ${place.isEnabled}, updated_at = now()
      where id = ${channelId} and tenant_id = ${tenantId} and organization_id = ${organizationId}
      returning id`.execute(dbOf(ctx.container.resolve<EntityManager>('em')))
    if (rows.length === 0) throw notFound('channel')
    return { channelId }
  },
  buildLog: ({ input }) => ({
    tenantId: input.tenantId,
    organizationId: input.organizationId,
    actionLabel: 'Move a number to another connection',
    resourceKind: 'communication_channels.channel',
    resourceId: input.channelId,
    context: { connectionId: input.connectionId },
  }),
}

registerCommand(moveChannel)
