import { type Db, sql } from '../../db.ts'
import type { Scope } from '../../scope.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * When the day is full, it is looked again after this long: a place may be free, the limit raised, or the person may have
 * written. Not at the moment a place is free, or all who wait would be looked at for each.
 */
const LOOK_AGAIN_MS = 5 * 60_000

export interface Portfolio extends Scope {
  providerKey: string
  portfolio: string
}

export interface PortfolioReach {
  /** Who was written to outside their window within 24 hours, of those that were asked about. */
  known: Set<string>
  count: number
}

/** Whom a portfolio wrote to within the day. Whoever asks is alone with it until the transaction ends. */
export async function holdPortfolio(
  db: Db,
  { tenantId, organizationId, providerKey, portfolio }: Portfolio,
  contactIds: string[],
  now: Date,
): Promise<PortfolioReach> {
  const key = `portfolio:${tenantId}:${organizationId}:${providerKey}:${portfolio}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(db)
  const isOurs = sql`
    tenant_id = ${tenantId} and organization_id = ${organizationId} and provider_key = ${providerKey}
    and portfolio = ${portfolio}`
  const dayAgo = new Date(now.getTime() - DAY_MS)
  await sql`delete from cc_portfolio_reach where ${isOurs} and opened_at <= ${dayAgo}`.execute(db)
  const { rows } = await sql<{ count: number; known: string[] | null }>`
    select count(*)::int as count,
           (select array_agg(contact_id::text) from cc_portfolio_reach
            where ${isOurs} and contact_id = any(${contactIds}::uuid[])) as known
    from cc_portfolio_reach where ${isOurs}`.execute(db)
  const { known, ...reach } = rows[0]!
  return { ...reach, known: new Set(known) }
}

export async function noteReached(
  db: Db,
  { tenantId, organizationId, providerKey, portfolio }: Portfolio,
  contactIds: string[],
  now: Date,
): Promise<void> {
  if (contactIds.length === 0) return
  await sql`
    insert into cc_portfolio_reach (tenant_id, organization_id, provider_key, portfolio, contact_id, opened_at)
    select ${tenantId}, ${organizationId}, ${providerKey}, ${portfolio}, id, ${now}::timestamptz
    from unnest(${contactIds}::uuid[]) as v (id)
    on conflict do nothing`.execute(db)
}

/** When it is worth to ask again for one for whom the day is full. */
export function timeOverPortfolio(now: number): number {
  return now + LOOK_AGAIN_MS
}
