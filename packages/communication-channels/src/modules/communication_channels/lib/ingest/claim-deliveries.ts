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
const MAX_BYTES = 4 * 1024 * 1024
/** What a connection gets of a batch at least, also where many wait. */
const LEAST_SHARE = 50

/**
 * Takes deliveries that wait, of all tenants. Only what claims work looks across them: the journal, the outbox and the
 * outgoing events. The rows stay locked until the transaction ends, so a worker that dies gives them back by dying, and
 * workers side by side never take the same ones.
 *
 * Connections take turns: each gets an equal share of the batch, its oldest first, so that one with a long backlog
 * delays nobody else's. With more of them waiting than have room, chance says who comes first.
 *
 * Due by this process's clock or the database's, whichever is ahead: a clock that is late must not keep back what
 * another process has just written.
 *
 * @param only claim among these alone, whoever they are of (a batch that failed is split)
 */
export async function claimDeliveries(
  db: Db,
  now: Date,
  limit: number,
  only: string[] | null = null,
): Promise<ClaimedDelivery[]> {
  return only ? claimNamed(db, only) : claimInTurns(db, now, limit)
}

async function claimInTurns(db: Db, now: Date, limit: number): Promise<ClaimedDelivery[]> {
  const isFresh = sql`d.state = 'pending' and d.attempts = 0`
  const { rows } = await sql<ClaimedDelivery>`
    with recursive waiting as (
      (select d.connection_id from cc_webhook_deliveries d where ${isFresh} order by d.connection_id limit 1)
      union all
      select (select d.connection_id from cc_webhook_deliveries d
              where ${isFresh} and d.connection_id > w.connection_id order by d.connection_id limit 1)
      from waiting w where w.connection_id is not null
    ), turns as (
      select connection_id, count(*) over () as others from waiting where connection_id is not null
      order by random()
    ), locked as (
      select taken.* from turns cross join lateral (
        select ${columns}, d.connection_id, d.byte_size, d.next_attempt_at
        from cc_webhook_deliveries d
        where ${isFresh} and d.connection_id = turns.connection_id
          and d.next_attempt_at <= ${dueAt(now)}
        order by d.next_attempt_at, d.id
        limit greatest(ceil(${limit}::numeric / turns.others), least(${limit}::int, ${LEAST_SHARE}::int))::int
        for update skip locked) taken
      limit ${limit}::int
    ), placed as (
      select *, row_number() over (partition by connection_id order by next_attempt_at, id) as place from locked
    ), counted as (
      select *, sum(byte_size) over (order by place, next_attempt_at, id) - byte_size as bytes_before from placed
    )
    select id, "tenantId", "organizationId", "providerKey", "connectionId", "receivedAt", body, attempts
    from counted where bytes_before < ${MAX_BYTES} order by next_attempt_at, id`.execute(db)
  return rows
}

async function claimNamed(db: Db, ids: string[]): Promise<ClaimedDelivery[]> {
  const { rows } = await sql<ClaimedDelivery>`
    select ${columns} from cc_webhook_deliveries d
    where d.id = any(${ids}::uuid[]) and d.state = 'pending'
    order by d.next_attempt_at, d.id
    for update skip locked`.execute(db)
  return rows
}

/** One that was tried before: from then on each is applied by itself, because it may be the one at fault. */
export async function claimAgain(db: Db, now: Date): Promise<ClaimedDelivery[]> {
  const { rows } = await sql<ClaimedDelivery>`
    select ${columns} from cc_webhook_deliveries d
    where d.state = 'pending' and d.attempts > 0 and d.next_attempt_at <= ${dueAt(now)}
    order by d.next_attempt_at, d.id limit 1
    for update skip locked`.execute(db)
  return rows
}

const columns = sql`d.id, d.tenant_id as "tenantId", d.organization_id as "organizationId",
  d.provider_key as "providerKey", d.connection_id as "connectionId", d.received_at as "receivedAt", d.body, d.attempts`

function dueAt(now: Date) {
  return sql`greatest(${now}::timestamptz, now())`
}
