import { listChannels } from '@open-mercato/communication-channels/modules/communication_channels/lib/channels/list-channels'
import { sql } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import { runCommand } from '@open-mercato/communication-channels/modules/communication_channels/lib/run-command'
import type { ConnectionRow } from '../connections/connection-statements.ts'
import type { GraphNumber } from '../graph/list-numbers.ts'
import type { GraphAccount } from '../graph/read-account.ts'
import { PROVIDER_KEY } from '../provider.ts'
import type { ProviderContext } from '../provider-context.ts'
import { keepNumber } from './keep-number.ts'
import { type OwnedChannel, takenOver } from './taken-over.ts'

/** Every number of the account becomes a channel of the hub, and those that it has no longer are switched off. */
export async function takeNumbers(
  ctx: ProviderContext,
  connection: ConnectionRow,
  account: GraphAccount,
  numbers: GraphNumber[],
): Promise<void> {
  await retireNumbers(ctx, connection, numbers)
  for (const number of numbers) {
    const before = takenOver(await ownedChannels(ctx), connection.id, number)
    if (before) await moveHere(ctx, connection, before, number)
    const channelId = await registerChannel(ctx, connection, account, number)
    await keepNumber(ctx.db, ctx.scope, { connectionId: connection.id, channelId }, number, ctx.now)
  }
}

async function ownedChannels({ db, scope }: ProviderContext): Promise<OwnedChannel[]> {
  const { rows } = await sql<{ channelId: string }>`
    select n.channel_id as "channelId" from wa_numbers n join wa_connections c on c.id = n.connection_id
    where n.tenant_id = ${scope.tenantId} and n.organization_id = ${scope.organizationId}
      and c.tenant_id = ${scope.tenantId} and c.organization_id = ${scope.organizationId}
      and c.deleted_at is null`.execute(db)
  const held = new Set(rows.map(({ channelId }) => channelId))
  const channels = await listChannels(db, scope)
  return channels
    .filter(({ providerKey }) => providerKey === PROVIDER_KEY)
    .map((channel) => ({ ...channel, isHeld: held.has(channel.id) }))
}

async function moveHere(
  ctx: ProviderContext,
  connection: ConnectionRow,
  { id: channelId, connectionId: from, isHeld, isEnabled }: OwnedChannel,
  number: GraphNumber,
): Promise<void> {
  await runCommand(ctx, 'communication_channels.channel.move', {
    ...ctx.scope,
    channelId,
    connectionId: connection.id,
    externalIdentifier: number.id,
    // One that had been lost was off for that reason alone.
    isEnabled: isEnabled || !isHeld,
  })
  await sql`
    delete from wa_numbers
    where connection_id = ${from} and channel_id = ${channelId} and tenant_id = ${ctx.scope.tenantId}
      and organization_id = ${ctx.scope.organizationId}`.execute(ctx.db)
}

async function registerChannel(
  ctx: ProviderContext,
  connection: ConnectionRow,
  account: GraphAccount,
  number: GraphNumber,
): Promise<string> {
  const { channelId } = await runCommand<unknown, { channelId: string }>(
    ctx,
    'communication_channels.channel.register',
    {
      ...ctx.scope,
      providerKey: PROVIDER_KEY,
      channelType: 'whatsapp',
      connectionId: connection.id,
      externalIdentifier: number.id,
      accountIdentifier: connection.businessAccountId,
      portfolioIdentifier: account.portfolio?.id ?? connection.portfolioId,
      address: number.display_phone_number,
      displayName: number.verified_name || number.display_phone_number,
    },
  )
  return channelId
}

/** Numbers that the account no longer has: their conversations stay, but nothing goes in or out. */
async function retireNumbers(
  ctx: ProviderContext,
  connection: ConnectionRow,
  numbers: GraphNumber[],
): Promise<void> {
  const { rows } = await sql<{ channelId: string }>`
    delete from wa_numbers
    where connection_id = ${connection.id} and tenant_id = ${ctx.scope.tenantId}
      and organization_id = ${ctx.scope.organizationId}
      and phone_number_id <> all(${numbers.map((number) => number.id)}::text[])
    returning channel_id as "channelId"`.execute(ctx.db)
  for (const { channelId } of rows) {
    await runCommand(ctx, 'communication_channels.channel.set_enabled', {
      ...ctx.scope,
      channelId,
      isEnabled: false,
    })
  }
}
