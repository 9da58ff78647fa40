import { randomUUIDv7 } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import { type Db, dbOf, sql } from '../db.ts'
import { MAX_ATTEMPTS } from './mark-deliveries.ts'

/** A worker that was just written down has not locked its row yet. */
export const SETTLED_AFTER = sql`interval '2 seconds'`
export const ENDED_WHILE_APPLYING = 'The process ended while applying it.'

/**
 * Writes down outside the transaction what it holds, and takes the row away within it: so the row is locked as long as
 * the worker lives, gone with its commit, and back, locked by nobody, when it dies. An attempt that ends the process
 * could not be counted otherwise, since the transaction takes its own count with it.
 *
 * @param aside another connection than the transaction's
 * @returns the row's id, for `dropClaim` where the transaction fails and the worker lives
 */
export async function noteClaim(aside: Db, tx: Db, deliveryIds: string[]): Promise<string> {
  const id = randomUUIDv7()
  // Not flushed: it has to outlive this process, and where the database goes down as well nobody is to blame.
  await sql`
    with quick as (select set_config('synchronous_commit', 'off', true))
    insert into cc_ingest_claims (id, delivery_ids) select ${id}::uuid, ${deliveryIds}::uuid[] from quick`.execute(
    aside,
  )
  await sql`delete from cc_ingest_claims where id = ${id}`.execute(tx)
  return id
}

export async function dropClaim(aside: Db, id: string): Promise<void> {
  await sql`delete from cc_ingest_claims where id = ${id}`.execute(aside)
}

export interface Suspect {
  id: string
  attempts: number
  state: 'pending' | 'failed'
}

/**
 * Counts an attempt for every delivery that a dead worker held. Any of them may be what it died of, so each is applied
 * by itself from now on (`claimAgain`): at once if it died with others, after a while if it died of this one alone, and
 * never again when its attempts are used up.
 */
export async function suspectOrphans(em: EntityManager): Promise<Suspect[]> {
  return em.fork().transactional(async (tx) => {
    const db = dbOf(tx)
    const { rows: orphans } = await sql<{ deliveryIds: string[] }>`
      delete from cc_ingest_claims where id in (
        select id from cc_ingest_claims where claimed_at < now() - ${SETTLED_AFTER} for update skip locked)
      returning delivery_ids as "deliveryIds"`.execute(db)
    const ids = orphans.flatMap(({ deliveryIds }) => deliveryIds)
    if (ids.length === 0) return []
    const alone = orphans.flatMap(({ deliveryIds }) => (deliveryIds.length === 1 ? deliveryIds : []))
    const { rows } = await sql<Suspect>`
      update cc_webhook_deliveries d
      set attempts = attempts + 1, error = ${ENDED_WHILE_APPLYING},
          state = case when attempts + 1 >= ${MAX_ATTEMPTS} then 'failed' else state end,
          next_attempt_at = case when id = any(${alone}::uuid[])
            then now() + 2 ^ (attempts + 1) * interval '5 seconds' else next_attempt_at end
      where id = any(${ids}::uuid[]) and state = 'pending'
      returning id, attempts, state`.execute(db)
    return rows
  })
}
