import { listChannels } from '@open-mercato/communication-channels/modules/communication_channels/lib/channels/list-channels'
import { toDate } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import { z } from 'zod'
import { accountStanding, standingOf } from '../account/account-standing.ts'
import { isRegistered } from '../numbers/is-registered.ts'
import { graphUrl } from '../provider.ts'
import type { ProviderContext } from '../provider-context.ts'
import { webhookMethods } from '../webhook-methods.ts'
import { countTemplates, selectConnections, selectNumbers } from './connection-statements.ts'
import { apiVersionOf } from './read-credentials.ts'

export const connectionView = z.object({
  id: z.uuid(),
  name: z.string(),
  isDefault: z.boolean(),
  status: z.enum(['connected', 'error', 'requires_reauth']),
  lastError: z.string().nullable(),
  businessAccountId: z.string(),
  accountName: z.string().nullable(),
  portfolio: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
  phoneNumberId: z.string(),
  appId: z.string().nullable(),
  apiVersion: z.string(),
  graphUrl: z.string(),
  webhookUrl: z.string(),
  account: accountStanding,
  numbers: z.array(
    z.object({
      channelId: z.uuid(),
      phoneNumberId: z.string(),
      displayPhoneNumber: z.string(),
      verifiedName: z.string().nullable(),
      qualityRating: z.string().nullable(),
      messagingLimit: z.string().nullable(),
      throughput: z.string().nullable(),
      isFlagged: z.boolean(),
      nameDecision: z.string().nullable(),
      requestedName: z.string().nullable(),
      username: z.string().nullable(),
      status: z.string().nullable(),
      nameStatus: z.string().nullable(),
      newNameStatus: z.string().nullable(),
      codeVerificationStatus: z.string().nullable(),
      isPinEnabled: z.boolean().nullable(),
      isOfficial: z.boolean().nullable(),
      platformType: z.string().nullable(),
      accountMode: z.string().nullable(),
      /** Whether Meta lets it send; null where Meta has not said. */
      isRegistered: z.boolean().nullable(),
      isEnabled: z.boolean(),
    }),
  ),
  templates: z.object({ approved: z.number(), total: z.number(), syncedAt: z.iso.datetime().nullable() }),
  updatedAt: z.iso.datetime(),
})
export type ConnectionView = z.infer<typeof connectionView>

/** Connections as people see them: everything but the secrets. */
export async function viewConnections(
  ctx: ProviderContext,
  id: string | null = null,
): Promise<ConnectionView[]> {
  const { db, scope } = ctx
  const rows = await selectConnections(db, scope, id)
  const [numbers, counts, channels, apiVersion] = await Promise.all([
    selectNumbers(db, scope),
    countTemplates(db, scope),
    listChannels(db, scope),
    apiVersionOf(ctx.resolve, scope),
  ])
  const isEnabled = new Map(channels.map((channel) => [channel.id, channel.isEnabled]))
  return rows.map((row) => {
    const { approved, total } = counts.find((count) => count.connectionId === row.id) ?? {
      approved: 0,
      total: 0,
    }
    return {
      id: row.id,
      name: row.name,
      isDefault: row.isDefault,
      status: row.status,
      lastError: row.lastError,
      businessAccountId: row.businessAccountId,
      accountName: row.accountName,
      portfolio: row.portfolioId === null ? null : { id: row.portfolioId, name: row.portfolioName },
      phoneNumberId: row.phoneNumberId,
      appId: row.appId,
      apiVersion,
      graphUrl: graphUrl(),
      webhookUrl: webhookUrl(ctx, row),
      account: standingOf(row.reported, ctx.now),
      numbers: numbers
        .filter((number) => number.connectionId === row.id)
        .map(({ connectionId: _, ...number }) => ({
          ...number,
          isRegistered: isRegistered(number.status, number.platformType),
          isEnabled: isEnabled.get(number.channelId) ?? false,
        })),
      templates: { approved, total, syncedAt: toDate(row.templatesSyncedAt)?.toISOString() ?? null },
      updatedAt: toDate(row.updatedAt).toISOString(),
    }
  })
}

/** Where Meta is to deliver to. `PUBLIC_URL` is the address of this server as Meta sees it. */
export function webhookUrl(ctx: ProviderContext, connection: { key: string }): string {
  const fromHost = ctx.container.hasRegistration('settings')
    ? ctx.resolve<{ publicUrl?: string }>('settings').publicUrl
    : undefined
  const publicUrl = fromHost ?? process.env.PUBLIC_URL ?? ''
  return webhookMethods.getWebhookUrl({ publicUrl, connectionKey: connection.key })
}
