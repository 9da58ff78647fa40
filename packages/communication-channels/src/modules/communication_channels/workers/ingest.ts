import type { QueuedJob, WorkerMeta } from '@open-mercato/queue'
import { dbOf } from '../lib/db.ts'
import { maintainPartitions } from '../lib/ingest/partitions.ts'
import { processDeliveries } from '../lib/ingest/process-deliveries.ts'
import { retentionDays } from '../lib/ingest/retention-days.ts'
import { workLanes } from '../lib/ingest/work-lanes.ts'
import { INGEST_QUEUE } from '../lib/nudge.ts'
import { workOffAndTell } from '../lib/work-off.ts'
import { type WorkerContext, workerServices } from '../lib/worker-services.ts'

export const metadata: WorkerMeta = {
  queue: INGEST_QUEUE,
  id: 'communication_channels:ingest',
  concurrency: 1,
}

const MAINTENANCE_EVERY_MS = 60 * 60 * 1000
let maintainedAt = 0
/** Read at once: a wrong setting ends the start, not the first night. */
const RETENTION_DAYS = retentionDays()

/** Works the journal off. The job itself carries nothing. */
export default async function ingest(_job: QueuedJob, ctx: WorkerContext): Promise<void> {
  const { em, encryption, now } = await workerServices(ctx)
  await workLanes(() => workOffAndTell(INGEST_QUEUE, () => processDeliveries({ em, encryption, now: now() })))
  if (Date.now() - maintainedAt > MAINTENANCE_EVERY_MS) {
    maintainedAt = Date.now()
    await maintainPartitions(dbOf(em.fork()), now(), RETENTION_DAYS)
  }
}
