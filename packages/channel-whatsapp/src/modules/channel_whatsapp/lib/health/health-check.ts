import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'
import { createRequestContainer } from '@open-mercato/shared/lib/di/container'
import { selectConnections } from '../connections/connection-statements.ts'
import { whatsappCredentials } from '../credentials.ts'
import { graphUrl } from '../provider.ts'
import { type ProviderContext, providerContext } from '../provider-context.ts'
import { tellMarketplace } from '../reauthorisation.ts'
import { blockedNotifications } from '../templates/preflight/show-preflight.ts'
import { type CheckedConnection, checkConnection } from './check-connection.ts'
import { type Finding, inEnglish, worst } from './verdict.ts'

interface HealthResult {
  status: 'healthy' | 'degraded' | 'unhealthy'
  message?: string
  details?: Record<string, unknown>
}

/** The marketplace has one entry for all connections: it is as well as the one that is worst off. */
export const whatsappHealthCheck = {
  async check(credentials: Record<string, unknown> | null, scope: Scope): Promise<HealthResult> {
    const ctx = providerContext(await createRequestContainer(), scope, null)
    const connections = await selectConnections(ctx.db, ctx.scope)
    if (connections.length === 0 || !whatsappCredentials.safeParse(credentials).success) {
      return resultOf({ status: 'unhealthy', code: 'credentials_incomplete' }, {})
    }
    const [first, ...others] = await Promise.all(connections.map((one) => checkConnection(ctx, one)))
    await tellMarketplace(ctx.resolve, ctx.scope)
    const checked = worst([first!, ...others])
    const finding = checked.finding.status === 'healthy' ? await templatesFinding(ctx) : null
    return resultOf(finding ?? checked.finding, factsOf(checked, connections.length))
  },
}

/** That Meta answers helps little where what the shop wants to say would not leave. */
async function templatesFinding(ctx: ProviderContext): Promise<Finding | null> {
  const notifications = await blockedNotifications(ctx)
  return notifications.length > 0
    ? { status: 'degraded', code: 'notifications_blocked', notifications }
    : null
}

/** `sentence` is for screens, which have it in several languages; the facts stand below it. */
function resultOf(finding: Finding, facts: Record<string, unknown>): HealthResult {
  const { status, code, ...about } = finding
  const values = Object.fromEntries(
    Object.entries(about).map(([key, value]) => [key, Array.isArray(value) ? value.join(', ') : value]),
  )
  return { status, message: inEnglish(finding), details: { sentence: { code, ...values }, ...facts } }
}

function factsOf({ connection, number }: CheckedConnection, count: number): Record<string, unknown> {
  return {
    ...(count > 1 ? { connection: connection.name } : {}),
    ...(number
      ? {
          number: number.display_phone_number,
          name: number.verified_name ?? '–',
          quality: number.quality_rating ?? 'UNKNOWN',
          state: number.status ?? 'UNKNOWN',
        }
      : {}),
    graph: graphUrl(),
  }
}
