import { type Db, sql, type Timestamp, toDate } from '../db.ts'
import type { DeliveryOutcome } from './delivery-outcome.ts'

interface AppliedDelivery {
  id: string
  receivedAt: Timestamp
  outcome: DeliveryOutcome
  refs: Set<bigint>
}

/** Then a delivery is a dead letter, kept for a person to look into. */
export const MAX_ATTEMPTS = 6

export async function markApplied(db: Db, now: Date, applied: AppliedDelivery[]): Promise<void> {
  if (applied.length === 0) return
  const times = applied.map(({ receivedAt }) => toDate(receivedAt).getTime())
  // Of the days between these two, so that no other partition is looked at.
  const [first, last] = [new Date(Math.min(...times)), new Date(Math.max(...times) + 1)]
  await sql`
    update cc_webhook_deliveries d
    set state = 'applied', applied_at = ${now}, outcome = o.outcome::jsonb, refs = o.refs::bigint[], error = null,
        attempts = attempts + 1
    from unnest(
      ${applied.map(({ id }) => id)}::uuid[], ${applied.map(({ outcome }) => JSON.stringify(outcome))}::text[],
      ${applied.map(({ refs }) => arrayOf(refs))}::text[]) as o (id, outcome, refs)
    where d.id = o.id and d.state = 'pending'
      and d.received_at >= ${first}::timestamptz and d.received_at <= ${last}::timestamptz`.execute(db)
}

/**
 * Puts one delivery off, or at the end of its attempts into the dead letters, where a person finds it.
 *
 * @param refs what it is found by, where it could be read
 */
export async function markFailed(
  db: Db,
  delivery: { id: string },
  error: string,
  nextAttemptAt: Date | null,
  refs: Set<bigint> | null = null,
): Promise<void> {
  await sql`
    update cc_webhook_deliveries
    set attempts = attempts + 1, error = ${error.slice(0, 500)}, refs = coalesce(${refs && arrayOf(refs)}::bigint[], refs),
        state = ${nextAttemptAt ? 'pending' : 'failed'},
        next_attempt_at = coalesce(${nextAttemptAt}::timestamptz, next_attempt_at)
    where id = ${delivery.id} and state = 'pending'`.execute(db)
}

/** Doubles from ten seconds on; null where no attempt is left. */
export function nextAttempt(attempts: number, now: Date): Date | null {
  return attempts >= MAX_ATTEMPTS ? null : new Date(now.getTime() + 2 ** attempts * 5_000)
}

function arrayOf(refs: Set<bigint>): string {
  return `{${[...refs].join(',')}}`
}
