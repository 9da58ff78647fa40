import { type Db, sql, type Timestamp } from '../../db.ts'
import { WAITS_SECONDS } from './retry.ts'
import type { Turns } from './tenant-turns.ts'

export interface ClaimedFile {
  id: string
  tenantId: string
  organizationId: string
  channelId: string
  externalMediaId: string | null
  /** Encrypted, as is the name. */
  link: string | null
  fileName: string | null
  /** Hex, as the provider said; null where it said nothing. */
  sha256: string | null
  attemptCount: number
  /** Whoever tried it last never came to an end. */
  wasLost: boolean
  createdAt: Timestamp
}

/**
 * Renewed while a file is worked on; so long after a death the next one takes it, with the sweep within a minute. By the
 * database's clock: a process whose own is ahead takes nothing from one that lives.
 */
export const LEASE_MS = 45_000
const leaseEnd = sql`now() + make_interval(secs => ${LEASE_MS / 1000})`

/** More than one slot looks at once, so there is more to choose from than is taken. */
const CANDIDATES = 16

/**
 * Takes one file that is due and writes the attempt before anything is asked for. Tenants take turns, so that a thousand
 * files of one keep nobody waiting. When its worker dies, the next attempt waits as if it had failed.
 */
export async function claimFile(
  db: Db,
  now: Date,
  turns: Pick<Turns, 'last' | 'busy'>,
): Promise<ClaimedFile | null> {
  const isDue = sql`
    f.state = 'waiting' and f.origin = 'received' and f.next_attempt_at <= greatest(${now}::timestamptz, now())
    and (f.claimed_until is null or f.claimed_until < now())`
  const { rows } = await sql<ClaimedFile>`
    with turns as (
      select f.id, f.tenant_id, coalesce(f.tenant_id <= ${turns.last()}::uuid, false) as had_turn,
             row_number() over (partition by f.tenant_id order by f.next_attempt_at, f.id) as nth
      from cc_media_files f where ${isDue} and f.tenant_id <> all(${turns.busy()}::uuid[])
    ), candidates as (
      select * from turns order by nth, had_turn, tenant_id limit ${CANDIDATES}
    ), taken as (
      select f.id, f.claimed_until is not null as was_lost
      from candidates join cc_media_files f using (id)
      where ${isDue} order by candidates.nth, candidates.had_turn, candidates.tenant_id
      limit 1 for update of f skip locked
    )
    update cc_media_files f
    set attempt_count = f.attempt_count + 1,
        claimed_until = ${leaseEnd},
        next_attempt_at = ${now}::timestamptz + make_interval(
          secs => (${[...WAITS_SECONDS]}::int[])[least(f.attempt_count + 1, ${WAITS_SECONDS.length})]),
        updated_at = ${now}
    from taken where f.id = taken.id
    returning f.id, f.tenant_id as "tenantId", f.organization_id as "organizationId", f.channel_id as "channelId",
              f.external_media_id as "externalMediaId", f.link, f.file_name as "fileName", f.sha256,
              f.attempt_count as "attemptCount", taken.was_lost as "wasLost", f.created_at as "createdAt"`.execute(
    db,
  )
  return rows[0] ?? null
}

/** While it is worked on nobody else takes it. */
export async function renewLease(db: Db, file: ClaimedFile): Promise<void> {
  await sql`
    update cc_media_files set claimed_until = ${leaseEnd}
    where id = ${file.id} and state = 'waiting' and attempt_count = ${file.attemptCount}`.execute(db)
}
