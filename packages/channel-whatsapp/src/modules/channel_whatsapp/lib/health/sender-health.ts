import type { EntityManager } from '@mikro-orm/postgresql'
import type { HealthInput } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter'
import { dbOf, sql } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type {
  HealthProblem,
  SenderHealth,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/policy/send-facts'
import { standingOf } from '../account/account-standing.ts'
import { isRegistered } from '../numbers/is-registered.ts'

/** What Meta told of a number and its account, as it is kept. */
export interface SenderReport {
  status: string | null
  platformType: string | null
  /** The account's facts, by webhooks. */
  account: Record<string, unknown>
  /** Whether Graph answered for the number after it was said that the account is lost. */
  wasReadSinceLost: boolean
}

/** What is not known holds nobody back: Meta says so by itself. */
export function healthFrom(report: SenderReport, now: Date): SenderHealth {
  return { blocked: blockedBy(report, now), restricted: restrictedBy(report, now) }
}

/**
 * Meta keeps a business from answering only where it keeps it from writing at all.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/policy-enforcement
 */
function blockedBy({ status, platformType, account, wasReadSinceLost }: SenderReport, now: Date) {
  const { ban, lost, restrictions } = standingOf(account, now)
  // A ban that is announced gives time to appeal, and is none yet.
  if (ban && /(^|, )DISABLE/.test(ban.state ?? '')) return problem('DISABLE')
  if (lost && !wasReadSinceLost) return problem(lost)
  if (status === 'BANNED') return problem(status)
  if (isRegistered(status, platformType) === false) return problem('NOT_REGISTERED')
  return longest(restrictions, 'RESTRICTED_CUSTOMER_INITIATED_MESSAGING')
}

function restrictedBy({ status, account }: SenderReport, now: Date) {
  if (status === 'RESTRICTED') return problem(status)
  return longest(standingOf(account, now).restrictions, 'RESTRICTED_BIZ_INITIATED_MESSAGING')
}

function problem(name: string): HealthProblem {
  return { name, until: null }
}

function longest(all: { type: string; expiresAt: string | null }[], name: string): HealthProblem | null {
  const ends = all.filter(({ type }) => type === name).map(({ expiresAt }) => expiresAt)
  if (ends.length === 0) return null
  const last = ends.includes(null) ? null : ends.toSorted().at(-1)!
  return { name, until: last === null ? null : new Date(last) }
}

export async function healthOfNumber({ scope, channel, resolve, now }: HealthInput): Promise<SenderHealth> {
  const db = dbOf(resolve<EntityManager>('em').fork())
  const { rows } = await sql<SenderReport>`
    select n.status, n.platform_type as "platformType", c.reported as account,
           coalesce(n.synced_at > (c.reported -> 'link' ->> 'at')::timestamptz, false) as "wasReadSinceLost"
    from wa_connections c
    join wa_numbers n on n.connection_id = c.id and n.channel_id = ${channel.channelId}
    where c.id = ${channel.connectionId} and c.tenant_id = ${scope.tenantId}
      and c.organization_id = ${scope.organizationId}`.execute(db)
  const report = rows[0]
  return report ? healthFrom(report, now) : { blocked: null, restricted: null }
}
