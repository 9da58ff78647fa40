import { type Db, sql } from '../db.ts'
import { recordEvents } from '../events/record-events.ts'
import type { Scope } from '../scope.ts'
import type { BatchCounts } from './batch-counts.ts'

/** Who watches a batch hears of it no more often than this. */
const EVERY_SECONDS = 2

type BatchOf = Scope & { id: string }

/**
 * A batch is finished when every message has left or failed; one of which nobody knows does not hold it up. Else whoever
 * watches hears how far it is, now and then.
 *
 * @returns 1 where there was something to tell
 */
export async function tellProgress(db: Db, batch: BatchOf, counts: BatchCounts): Promise<number> {
  const isOver = counts.waiting === 0 && counts.queued === 0
  const { rows } = isOver ? await finish(db, batch) : await progress(db, batch, JSON.stringify(counts))
  if (rows.length === 0) return 0
  const { id: batchId, tenantId, organizationId } = batch
  const event = `communication_channels.batch.${isOver ? 'finished' : 'progressed'}` as const
  await recordEvents(db, [{ event, tenantId, organizationId, payload: { batchId } }])
  return 1
}

function finish(db: Db, { id, tenantId, organizationId }: BatchOf) {
  return sql`
    update cc_batches b set state = 'finished', finished_at = now(), updated_at = now()
    where id = ${id} and tenant_id = ${tenantId} and organization_id = ${organizationId}
      and state = 'running' and not exists (
      select 1 from cc_batch_recipients r where r.batch_id = b.id and r.state = 'waiting')
    returning id`.execute(db)
}

function progress(db: Db, { id, tenantId, organizationId }: BatchOf, counts: string) {
  return sql`
    update cc_batches set told_counts = ${counts}, told_at = now()
    where id = ${id} and tenant_id = ${tenantId} and organization_id = ${organizationId}
      and state = 'running' and told_counts is distinct from ${counts}
      and (told_at is null or told_at < now() - make_interval(secs => ${EVERY_SECONDS}))
    returning id`.execute(db)
}
