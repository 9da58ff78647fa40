import { type Db, sql, type Timestamp } from '../db.ts'

export interface ClaimedDelivery {
  id: string
  tenantId: string
  organizationId: string
  providerKey: string
  connectionId: string
  receivedAt: Timestamp
  body: Buffer
  attempts: number
}

/** Of bodies in memory at once: a delivery has up to some megabytes, so counting deliveries bounds nothing. */
const MAX_BYTES = 16 * 1024 * 1024

/**
 * Takes the oldest deliveries that wait, of all tenants. Only what claims work looks across them: the journal, the
 * outbox and the outgoing events. The rows stay locked until the transaction ends, so a worker that dies gives
 * them back by dying, and workers side by side never take the same ones.
 *
 * Due by this process's clock or the database's, whichever is ahead: a clock that is late must not keep back what
 * another process has just written.
 *
 * @param only claim among these alone (a batch that failed is split)
 */
export async function claimDeliveries(
  db: Db,
  now: Date,
  limit: number,
  only: string[] | null = null,
): Promise<ClaimedDelivery[]> {
  const { rows } = await sql<ClaimedDelivery>`
    with locked as (
      select id, tenant_id as "tenantId", organization_id as "organizationId", provider_key as "providerKey",
             connection_id as "connectionId", received_at as "receivedAt", body, attempts, byte_size,
             next_attempt_at
      from cc_webhook_deliveries
      where state = 'pending' and next_attempt_at <= greatest(${now}::timestamptz, now())
        and (${only}::uuid[] is null or id = any(${only}::uuid[]))
      order by next_attempt_at, id
      limit ${limit}
      for update skip locked
    ), counted as (
      select *, sum(byte_size) over (order by next_attempt_at, id) - byte_size as bytes_before from locked
    )
    select id, "tenantId", "organizationId", "providerKey", "connectionId", "receivedAt", body, attempts
    from counted where bytes_before < ${MAX_BYTES} order by next_attempt_at, id`.execute(db)
  return rows
}

export interface DeliveryOutcome {
  messages: number
  statuses: number
  /** About the account, its numbers or templates: handed to the adapter. */
  accountEvents: number
  duplicates: number
  foreign: number
  /** Said of a number that is switched off: kept without content, not applied. */
  disabled: number
  /** Understood by nobody: in the journal, counted by field. */
  ignored: number
  unreadable: boolean
  /** How often each field or kind came that is not understood. */
  fields: Record<string, number>
}

export function emptyOutcome(): DeliveryOutcome {
  return {
    messages: 0,
    statuses: 0,
    accountEvents: 0,
    duplicates: 0,
    foreign: 0,
    disabled: 0,
    ignored: 0,
    unreadable: false,
    fields: {},
  }
}

export async function markApplied(db: Db, now: Date, outcomes: Map<string, DeliveryOutcome>): Promise<void> {
  await sql`
    update cc_webhook_deliveries d
    set state = 'applied', applied_at = ${now}, outcome = o.outcome::jsonb, error = null, attempts = attempts + 1
    from unnest(${[...outcomes.keys()]}::uuid[], ${[...outcomes.values()].map((o) => JSON.stringify(o))}::text[])
      as o (id, outcome)
    where d.id = o.id and d.state = 'pending'`.execute(db)
}

/** Puts one delivery off, or at the end of its attempts into the dead letters, where a person finds it. */
export async function markFailed(
  db: Db,
  delivery: { id: string },
  error: string,
  nextAttemptAt: Date | null,
): Promise<void> {
  await sql`
    update cc_webhook_deliveries
    set attempts = attempts + 1, error = ${error.slice(0, 500)},
        state = ${nextAttemptAt ? 'pending' : 'failed'},
        next_attempt_at = coalesce(${nextAttemptAt}::timestamptz, next_attempt_at)
    where id = ${delivery.id} and state = 'pending'`.execute(db)
}
