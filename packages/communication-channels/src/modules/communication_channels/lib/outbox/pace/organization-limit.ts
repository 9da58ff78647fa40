import { type Db, sql } from '../../db.ts'
import type { Scope } from '../../scope.ts'

/** What leaves by itself and in batches is counted over the last minute. */
const MINUTE_MS = 60_000
const STANDARD_PER_MINUTE = 50

/** Nobody is sent away for longer: the limit may be raised meanwhile. */
const LONGEST_WAIT_MS = 5 * MINUTE_MS

export interface OrganizationPace {
  limit: number
  /** When those of the last minute left, or will; milliseconds, in order. */
  sent: number[]
}

/**
 * What an organisation sent by itself within the minute. Whoever asks is alone with it until the transaction ends, so two
 * senders never take the same place.
 */
export async function holdOrganization(
  db: Db,
  { tenantId, organizationId }: Scope,
  now: Date,
): Promise<OrganizationPace> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`automatic:${tenantId}:${organizationId}`}, 0))`.execute(
    db,
  )
  const isOurs = sql`tenant_id = ${tenantId} and organization_id = ${organizationId}`
  const minuteAgo = new Date(now.getTime() - MINUTE_MS)
  await sql`delete from cc_automatic_sends where ${isOurs} and at <= ${minuteAgo}`.execute(db)
  const { rows } = await sql<{ limit: number; sent: number[] | null }>`
    select coalesce((select automatic_per_minute from cc_settings where ${isOurs}), ${STANDARD_PER_MINUTE}) as limit,
           (select array_agg((extract(epoch from at) * 1000)::float8 order by at) from cc_automatic_sends
            where ${isOurs}) as sent`.execute(db)
  return { limit: rows[0]!.limit, sent: rows[0]!.sent ?? [] }
}

export async function noteAutomatic(
  db: Db,
  { tenantId, organizationId }: Scope,
  at: number[],
): Promise<void> {
  if (at.length === 0) return
  await sql`
    insert into cc_automatic_sends (tenant_id, organization_id, at)
    select ${tenantId}, ${organizationId}, at
    from unnest(${at.map((ms) => new Date(ms))}::timestamptz[]) as v (at)`.execute(db)
}

/** How many wait for the limit already, before another one of each priority: by its rank. */
export async function countOverLimit(
  db: Db,
  { tenantId, organizationId }: Scope,
  now: Date,
): Promise<number[]> {
  const { rows } = await sql<{ n: number }>`
    select (select count(*)::int from cc_external_messages
            where tenant_id = ${tenantId} and organization_id = ${organizationId} and priority <= rank
              and status = 'queued' and wait_code = 'organization_limit' and next_attempt_at > ${now}) as n
    from generate_series(0, 2) as rank order by rank`.execute(db)
  return rows.map(({ n }) => n)
}

/** Whether one more may leave now. */
export function isWithinLimit({ limit, sent }: OrganizationPace): boolean {
  return sent.length < limit
}

/**
 * When the one may leave for which there is no room now.
 *
 * @param place how many wait before it
 */
export function timeOverLimit({ limit, sent }: OrganizationPace, place: number, now: number): number {
  const newest = sent.slice(-limit)
  const freed = newest[place % newest.length] ?? now
  const at = freed + MINUTE_MS * (1 + Math.floor(place / limit))
  return Math.min(at, now + LONGEST_WAIT_MS)
}
