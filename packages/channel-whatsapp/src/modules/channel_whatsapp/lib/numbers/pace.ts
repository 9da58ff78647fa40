import type { EntityManager } from '@mikro-orm/postgresql'
import type { ConnectionInput } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/connection-input'
import type { SendPace } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/rules'
import { dbOf, sql } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'

/** What Meta told of a number, as it is kept. */
export interface NumberLimits {
  throughput: string | null
  isOnBizApp: boolean | null
  messagingLimit: string | null
}

/*
 * Messages a second. A number that is also used in the WhatsApp Business app has its own.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput
 */
const STANDARD = 80
const HIGH = 1_000
const ON_PHONE_TOO = 20

/** People whom a portfolio may write to first within 24 hours. */
const PEOPLE: Record<string, number | null> = {
  TIER_50: 50,
  TIER_250: 250,
  TIER_1K: 1_000,
  TIER_2K: 2_000,
  TIER_10K: 10_000,
  TIER_100K: 100_000,
  TIER_UNLIMITED: null,
}

/** A limit that is not known holds nobody back: Meta says so by itself. */
export function paceFrom({ throughput, isOnBizApp, messagingLimit }: NumberLimits): SendPace {
  const perSecond = isOnBizApp ? ON_PHONE_TOO : throughput === 'HIGH' ? HIGH : STANDARD
  return { perSecond, newPeoplePerDay: peopleIn(messagingLimit) }
}

/** Graph names the tier, webhooks the tier or the number itself. */
function peopleIn(limit: string | null): number | null {
  if (limit === null) return null
  if (/^\d{1,9}$/.test(limit)) return Number(limit)
  return PEOPLE[limit.toUpperCase()] ?? null
}

export async function paceOfNumber({ scope, channel, resolve }: ConnectionInput): Promise<SendPace> {
  const db = dbOf(resolve<EntityManager>('em').fork())
  const { rows } = await sql<NumberLimits>`
    select throughput, is_on_biz_app as "isOnBizApp", messaging_limit as "messagingLimit" from wa_numbers
    where channel_id = ${channel.channelId} and tenant_id = ${scope.tenantId}
      and organization_id = ${scope.organizationId}`.execute(db)
  return paceFrom(rows[0] ?? { throughput: null, isOnBizApp: null, messagingLimit: null })
}
