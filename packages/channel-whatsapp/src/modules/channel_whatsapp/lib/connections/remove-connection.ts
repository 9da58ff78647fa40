import { sql } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import { ChannelError } from '@open-mercato/communication-channels/modules/communication_channels/lib/errors'
import { runCommand } from '@open-mercato/communication-channels/modules/communication_channels/lib/run-command'
import type { ProviderContext } from '../provider-context.ts'
import { tellMarketplace } from '../reauthorisation.ts'
import { connectionDirectory } from './connection-directory.ts'
import { selectNumbers } from './connection-statements.ts'
import { requireConnection } from './save-connection.ts'

/** Takes a connection away. Its conversations stay readable; nothing comes in or goes out any more. */
export async function removeConnection(ctx: ProviderContext, id: string): Promise<void> {
  const connection = await requireConnection(ctx, id)
  if (connection.isDefault) {
    throw new ChannelError(
      409,
      'default_connection',
      'The connection of the marketplace form cannot be removed.',
      'Switch the integration off, or enter other credentials.',
    )
  }
  for (const { channelId, connectionId } of await selectNumbers(ctx.db, ctx.scope)) {
    if (connectionId !== id) continue
    await runCommand(ctx, 'communication_channels.channel.set_enabled', {
      ...ctx.scope,
      channelId,
      isEnabled: false,
    })
  }
  await sql`
    update wa_connections set deleted_at = ${ctx.now}
    where id = ${id} and tenant_id = ${ctx.scope.tenantId}
      and organization_id = ${ctx.scope.organizationId}`.execute(ctx.db)
  ;(await connectionDirectory(ctx.em)).forget()
  await tellMarketplace(ctx.resolve, ctx.scope)
}
