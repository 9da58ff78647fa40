import type { EntityManager } from '@mikro-orm/postgresql'
import type { JobContext, QueuedJob, WorkerMeta } from '@open-mercato/queue'
import { databaseClock, dbOf } from '../lib/db.ts'
import type { TenantEncryptionService } from '../lib/encryption-service.ts'
import { maintainPartitions } from '../lib/ingest/partitions.ts'
import { processDeliveries } from '../lib/ingest/process-deliveries.ts'
import { retentionDays } from '../lib/ingest/retention-days.ts'
import { workLanes } from '../lib/ingest/work-lanes.ts'
import { INGEST_QUEUE, nudge, OUTGOING_EVENTS_QUEUE } from '../lib/nudge.ts'
import { workOff } from '../lib/work-off.ts'

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
export default async function ingest(
  _job: QueuedJob,
  ctx: JobContext & { resolve<T>(name: string): T },
): Promise<void> {
  const em = ctx.resolve<EntityManager>('em')
  const encryption = ctx.resolve<TenantEncryptionService>('tenantEncryptionService')
  const now = await databaseClock(dbOf(em.fork()))
  await workLanes(() =>
    workOff(INGEST_QUEUE, async () => {
      const worked = await processDeliveries({ em, encryption, now: now() })
      if (worked > 0) nudge(OUTGOING_EVENTS_QUEUE)
      return worked
    }),
  )
  if (Date.now() - maintainedAt > MAINTENANCE_EVERY_MS) {
    maintainedAt = Date.now()
    await maintainPartitions(dbOf(em.fork()), now(), RETENTION_DAYS)
  }
}
