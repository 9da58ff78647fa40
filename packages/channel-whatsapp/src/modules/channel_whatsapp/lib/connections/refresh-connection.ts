import { sql } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import { runCommand } from '@open-mercato/communication-channels/modules/communication_channels/lib/run-command'
import { GraphError, GraphUnreachable } from '../graph/graph-error.ts'
import { type GraphNumber, listNumbers } from '../graph/list-numbers.ts'
import { listTemplates } from '../graph/list-templates.ts'
import { needsReauthorisation } from '../graph/send-failure.ts'
import { PROVIDER_KEY } from '../provider.ts'
import type { ProviderContext } from '../provider-context.ts'
import { tellMarketplace } from '../reauthorisation.ts'
import { replaceTemplates } from '../templates/template-statements.ts'
import { connectionDirectory } from './connection-directory.ts'
import type { ConnectionRow } from './connection-statements.ts'
import { graphAccess, readCredentials } from './read-credentials.ts'

/**
 * Asks Graph for a connection's numbers and templates and keeps them. Every number becomes a channel of the hub.
 * That Graph refuses is no failure of the call: it is written on the connection, where people see it.
 */
export async function refreshConnection(ctx: ProviderContext, connection: ConnectionRow): Promise<void> {
  try {
    const credentials = await readCredentials(ctx.resolve, connection.credentialsId, ctx.scope)
    if (!credentials) throw new Error('The credentials are missing or incomplete.')
    const access = await graphAccess(ctx.resolve, credentials, ctx.scope)
    const numbers = await listNumbers(access, connection.businessAccountId)
    if (!numbers.some((number) => number.id === connection.phoneNumberId)) {
      throw new Error(`The account has no number with the ID ${connection.phoneNumberId}.`)
    }
    const templates = await listTemplates(access, connection.businessAccountId)
    for (const number of numbers) await registerNumber(ctx, connection, number)
    await retireNumbers(ctx, connection, numbers)
    await replaceTemplates(ctx.db, ctx.scope, connection.id, templates, ctx.now)
    await writeStatus(ctx, connection.id, 'connected', null)
  } catch (error) {
    const status = needsReauthorisation(error) ? 'requires_reauth' : 'error'
    await writeStatus(ctx, connection.id, status, describe(error))
  }
  await tellMarketplace(ctx.resolve, ctx.scope)
  ;(await connectionDirectory(ctx.em)).forget()
}

async function registerNumber(
  ctx: ProviderContext,
  connection: ConnectionRow,
  number: GraphNumber,
): Promise<void> {
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
      address: number.display_phone_number,
      displayName: number.verified_name || number.display_phone_number,
    },
  )
  await sql`
    insert into wa_numbers (tenant_id, organization_id, connection_id, phone_number_id, channel_id,
                            display_phone_number, verified_name, quality_rating, updated_at)
    values (${ctx.scope.tenantId}, ${ctx.scope.organizationId}, ${connection.id}, ${number.id}, ${channelId},
            ${number.display_phone_number}, ${number.verified_name ?? null}, ${number.quality_rating ?? null},
            ${ctx.now})
    on conflict (connection_id, phone_number_id) do update set
      channel_id = excluded.channel_id, display_phone_number = excluded.display_phone_number,
      verified_name = excluded.verified_name, quality_rating = excluded.quality_rating,
      updated_at = excluded.updated_at`.execute(ctx.db)
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

async function writeStatus(
  ctx: ProviderContext,
  id: string,
  status: 'connected' | 'error' | 'requires_reauth',
  lastError: string | null,
): Promise<void> {
  await sql`
    update wa_connections
    set status = ${status}, last_error = ${lastError}, updated_at = ${ctx.now},
        templates_synced_at = case when ${status} = 'connected' then ${ctx.now}::timestamptz else templates_synced_at end
    where id = ${id} and tenant_id = ${ctx.scope.tenantId}
      and organization_id = ${ctx.scope.organizationId}`.execute(ctx.db)
}

function describe(error: unknown): string {
  if (error instanceof GraphError) return error.details ?? error.message
  if (error instanceof GraphUnreachable) return error.message
  if (error instanceof Error && error.name === 'ZodError') return 'Meta’s answer could not be read.'
  // Ours are plain ones. A database's message carries statements and values, which are nobody's to read here.
  const isOurs = error instanceof Error && error.name === 'Error' && !('code' in error)
  return isOurs ? error.message : 'The connection could not be checked.'
}
