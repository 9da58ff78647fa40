import { type Db, sql } from '../../db.ts'
import type { Scope } from '../../scope.ts'
import type { SenderClock } from '../clock.ts'
import { FURTHEST_AHEAD_MS, takeSlots } from './slots.ts'

/** After a number was told that it sends too fast, it rests so long. */
const REST_MS = 100

export interface HeldPace {
  /** Milliseconds of the database's clock. */
  now: number
  nextAt: number
}

type NumberOf = Scope & { channelId: string }

/** Null where another sender is reserving for this number at the moment. Until the transaction ends nobody else does. */
export async function holdPace(db: Db, number: NumberOf, clock: SenderClock): Promise<HeldPace | null> {
  const held = await tryHold(db, number.channelId, clock)
  if (held) return held
  const { numAffectedRows } = await sql`
    insert into cc_number_paces (channel_id, tenant_id, organization_id)
    values (${number.channelId}, ${number.tenantId}, ${number.organizationId})
    on conflict do nothing`.execute(db)
  return numAffectedRows ? tryHold(db, number.channelId, clock) : null
}

async function tryHold(db: Db, channelId: string, clock: SenderClock): Promise<HeldPace | null> {
  const { rows } = await sql<HeldPace>`
    select (extract(epoch from next_at) * 1000)::float8 as "nextAt",
           (extract(epoch from ${clock.sql()}) * 1000)::float8 as now
    from cc_number_paces where channel_id = ${channelId} for update skip locked`.execute(db)
  const held = rows[0] ?? null
  if (held) clock.learn(held.now)
  return held
}

export async function movePace(db: Db, channelId: string, nextAt: number): Promise<void> {
  await sql`
    update cc_number_paces set next_at = to_timestamp(${nextAt / 1000}::float8)
    where channel_id = ${channelId}`.execute(db)
}

/** Slots for messages that missed theirs, by `performance.now()`. */
export async function moreSlots(
  db: Db,
  channelId: string,
  perSecond: number,
  count: number,
  clock: SenderClock,
): Promise<number[]> {
  const { rows } = await sql<HeldPace>`
    select (extract(epoch from next_at) * 1000)::float8 as "nextAt",
           (extract(epoch from ${clock.sql()}) * 1000)::float8 as now
    from cc_number_paces where channel_id = ${channelId} for update`.execute(db)
  const held = rows[0]!
  clock.learn(held.now)
  const { slots, nextAt } = takeSlots({ ...held, perSecond, wanted: count, horizonMs: FURTHEST_AHEAD_MS })
  await movePace(db, channelId, nextAt)
  return slots.map((slot) => clock.monotonic(slot))
}

/** Its next messages leave a little later: to ask again at once would only be refused again. */
export async function restNumber(db: Db, channelId: string, clock: SenderClock): Promise<void> {
  await sql`
    update cc_number_paces set next_at = greatest(next_at, ${clock.sql()}) + make_interval(secs => ${REST_MS / 1000})
    where channel_id = ${channelId} and next_at < ${clock.sql()} + interval '2 seconds'`.execute(db)
}
