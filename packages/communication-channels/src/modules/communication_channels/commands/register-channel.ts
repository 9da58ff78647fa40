import { randomUUIDv7 } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import { type CommandHandler, registerCommand } from '@open-mercato/shared/lib/commands'
import { type RegisterChannelInput, registerChannelInput } from '../data/validators.ts'
import { type Db, databaseNow, dbOf, sql } from '../lib/db.ts'
import { learnPortfolio } from '../lib/identity/learn-portfolio.ts'
import { closeCircuit } from '../lib/outbox/circuit/close-circuit.ts'

/**
 * Providers call it for every number of a connection, as often as they like, also twice at once: a known number
 * gets its name and address refreshed and keeps its switch. The portfolio of its account says where the user ids of its
 * people are valid; once it is known, people whom several of its accounts know are one.
 */
const registerChannel: CommandHandler<RegisterChannelInput, { channelId: string; isNew: boolean }> = {
  id: 'communication_channels.channel.register',
  async execute(raw, ctx) {
    const channel = registerChannelInput.parse(raw)
    const em = ctx.container.resolve<EntityManager>('em').fork()
    return em.transactional(async (tx) => {
      const db = dbOf(tx)
      const now = await databaseNow(db)
      const registered = await upsertChannel(db, channel)
      if (channel.portfolioIdentifier !== null) await learnPortfolio(db, registered.channelId, now)
      // The provider has just answered with the connection's credentials.
      await closeCircuit(db, registered.channelId, now, 'account')
      return registered
    })
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

async function upsertChannel(
  db: Db,
  channel: RegisterChannelInput,
): Promise<{ channelId: string; isNew: boolean }> {
  const id = randomUUIDv7()
  const { rows } = await sql<{ id: string }>`
    insert into cc_communication_channels as c
      (id, tenant_id, organization_id, provider_key, channel_type, connection_id, external_identifier,
       account_identifier, portfolio_identifier, address, display_name)
    values (${id}, ${channel.tenantId}, ${channel.organizationId}, ${channel.providerKey},
            ${channel.channelType}, ${channel.connectionId}, ${channel.externalIdentifier},
            ${channel.accountIdentifier}, ${channel.portfolioIdentifier}, ${channel.address},
            ${channel.displayName})
    on conflict (tenant_id, organization_id, provider_key, connection_id, external_identifier) do update set
      channel_type = excluded.channel_type, account_identifier = excluded.account_identifier,
      portfolio_identifier = coalesce(excluded.portfolio_identifier, c.portfolio_identifier),
      address = excluded.address, display_name = excluded.display_name, updated_at = now()
    returning id`.execute(db)
  const channelId = rows[0]!.id
  return { channelId, isNew: channelId === id }
}

registerCommand(registerChannel)
