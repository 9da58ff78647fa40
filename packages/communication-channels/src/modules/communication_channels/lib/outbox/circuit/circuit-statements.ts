import { type Db, sql } from '../../db.ts'
import { type CircuitEvent, recordEvents } from '../../events/record-events.ts'
import type { Scope } from '../../scope.ts'
import {
  type AttemptTally,
  type Circuit,
  IN_A_ROW,
  isAlarming,
  PROBE_MS,
  TALLY_MS,
} from './decide-circuit.ts'

export interface CircuitOf extends Scope {
  channelId: string
  providerKey: string
}

const ms = (column: string) => sql`(extract(epoch from ${sql.ref(column)}) * 1000)::float8`

export async function readCircuit(
  db: Db,
  channelId: string,
  locking: ReturnType<typeof sql> = sql``,
): Promise<Circuit | null> {
  const { rows } = await sql<Circuit>`
    select state, reason, ${ms('opened_at')} as "openedAt", ${ms('previous_opened_at')} as "previousOpenedAt",
           ${ms('retry_at')} as "retryAt", opens
    from cc_circuits where channel_id = ${channelId} ${locking}`.execute(db)
  return rows[0] ?? null
}

/** As it is until the transaction ends: who closes it sees what was put off for it. */
export async function keepCircuit(db: Db, channelId: string): Promise<Circuit | null> {
  return readCircuit(db, channelId, sql`for share`)
}

/** The same for who is about to open it: two that fail at once open it once. */
export async function holdCircuit(db: Db, channelId: string): Promise<Circuit | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`circuit:${channelId}`}, 0))`.execute(db)
  return readCircuit(db, channelId)
}

/** Of the attempts since `TALLY_MS` ago, or since the circuit last closed. What was refused here asked nobody. */
export async function tallyAttempts(db: Db, channelId: string, now: Date): Promise<AttemptTally> {
  const since = sql`greatest(
    ${new Date(now.getTime() - TALLY_MS)}::timestamptz,
    (select updated_at from cc_circuits where channel_id = ${channelId} and state = 'closed'))`
  const { rows } = await sql<AttemptTally>`
    with recent as (
      select started_at, outcome, blame from cc_send_attempts
      where channel_id = ${channelId} and started_at > ${since} and (outcome = 'sent' or blame is not null)
    ), newest as (select blame, row_number() over (order by started_at desc) as nth from recent)
    select count(*)::int as answered, (count(*) filter (where blame = 'provider'))::int as troubled,
           (count(*) filter (where blame = 'rate'))::int as rate,
           (count(*) filter (where blame = 'account' and nth <= ${IN_A_ROW.account}))::int as "newestAccount",
           (count(*) filter (where blame = 'provider' and nth <= ${IN_A_ROW.provider}))::int as "newestProvider"
    from newest`.execute(db)
  return rows[0]!
}

export async function saveOpened(db: Db, number: CircuitOf, circuit: Circuit): Promise<void> {
  const at = (time: number | null) => (time === null ? null : new Date(time))
  await sql`
    insert into cc_circuits (channel_id, tenant_id, organization_id, state, reason, opened_at, previous_opened_at,
                             retry_at, opens, updated_at)
    values (${number.channelId}, ${number.tenantId}, ${number.organizationId}, 'open', ${circuit.reason},
            ${at(circuit.openedAt)}, ${at(circuit.previousOpenedAt)}, ${at(circuit.retryAt)}, ${circuit.opens},
            ${at(circuit.openedAt)})
    on conflict (channel_id) do update set
      state = 'open', reason = excluded.reason, opened_at = excluded.opened_at,
      previous_opened_at = excluded.previous_opened_at, retry_at = excluded.retry_at, opens = excluded.opens,
      updated_at = excluded.updated_at`.execute(db)
  const event = (name: 'opened' | 'alert') => circuitEvent(number, name, circuit.reason, circuit.retryAt)
  await recordEvents(db, isAlarming(circuit) ? [event('opened'), event('alert')] : [event('opened')])
}

/** From now on one message is under way as the probe. */
export async function beginProbe(db: Db, channelId: string, now: number): Promise<void> {
  await sql`
    update cc_circuits
    set state = 'half_open', retry_at = ${new Date(now + PROBE_MS)}, updated_at = ${new Date(now)}
    where channel_id = ${channelId} and state <> 'closed'`.execute(db)
}

/** The probe told nothing: the next message is the probe. */
export async function repeatProbe(db: Db, channelId: string, now: Date): Promise<void> {
  await sql`
    update cc_circuits set retry_at = ${now} where channel_id = ${channelId} and state = 'half_open'`.execute(
    db,
  )
}

export function circuitEvent(
  { channelId, providerKey, tenantId, organizationId }: CircuitOf,
  name: 'opened' | 'closed' | 'alert',
  reason: string,
  retryAt: number | null,
): CircuitEvent {
  const until = retryAt === null ? null : new Date(retryAt).toISOString()
  return {
    event: `communication_channels.circuit.${name}`,
    tenantId,
    organizationId,
    payload: { channelId, providerKey, reason, retryAt: until },
  }
}
