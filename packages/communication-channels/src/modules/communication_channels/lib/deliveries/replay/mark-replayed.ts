import { type Db, sql } from '../../db.ts'
import type { DeliveryOutcome } from '../../ingest/delivery-outcome.ts'
import { ENDED_WHILE_APPLYING } from '../../ingest/worker-claims.ts'
import type { Scope } from '../../scope.ts'

interface ReplayedRow {
  id: string
  outcome: DeliveryOutcome
  refs: Set<bigint>
}

/** Those that were locked for it: a dead letter is none any more. */
export async function markReplayed(db: Db, scope: Scope, now: Date, rows: ReplayedRow[]): Promise<void> {
  await sql`
    update cc_webhook_deliveries d
    set state = 'applied', applied_at = coalesce(applied_at, ${now}), replayed_at = ${now}, error = null,
        outcome = r.outcome::jsonb, refs = r.refs::bigint[]
    from unnest(
      ${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ outcome }) => JSON.stringify(outcome))}::text[],
      ${rows.map(({ refs }) => `{${[...refs].join(',')}}`)}::text[]) as r (id, outcome, refs)
    where d.id = r.id and d.tenant_id = ${scope.tenantId} and d.organization_id = ${scope.organizationId}`.execute(
    db,
  )
}

/**
 * A dead letter stays one, with the reason of this time. What was applied before stays applied: its facts are kept. Of
 * what processes die it is known of both, so that no other reads it.
 */
export async function markFailedAgain(
  db: Db,
  { tenantId, organizationId }: Scope,
  id: string,
  reason: string,
  now: Date,
): Promise<void> {
  await sql`
    update cc_webhook_deliveries
    set replayed_at = ${now}, attempts = least(attempts + 1, 32767), error = ${reason.slice(0, 500)}
    where id = ${id} and tenant_id = ${tenantId} and organization_id = ${organizationId}
      and (state = 'failed' or (state = 'applied' and ${reason === ENDED_WHILE_APPLYING}))`.execute(db)
}
