import type { EntityManager } from '@mikro-orm/postgresql'
import type { JobContext, QueuedJob, WorkerMeta } from '@open-mercato/queue'
import { dbOf } from '../lib/db.ts'
import type { TenantEncryptionService } from '../lib/encryption-service.ts'
import { maintainPartitions } from '../lib/ingest/partitions.ts'
import { processDeliveries } from '../lib/ingest/process-deliveries.ts'
import { INGEST_QUEUE, nudge, OUTGOING_EVENTS_QUEUE } from '../lib/nudge.ts'

export const metadata: WorkerMeta = {
  queue: INGEST_QUEUE,
  id: 'communication_channels:ingest',
  concurrency: 1,
}

const MAINTENANCE_EVERY_MS = 60 * 60 * 1000
let maintainedAt = 0

/** Works the journal off until nothing waits. The job itself carries nothing. */
export default async function ingest(
  _job: QueuedJob,
  ctx: JobContext & { resolve<T>(name: string): T },
): Promise<void> {
  const em = ctx.resolve<EntityManager>('em')
  const encryption = ctx.resolve<TenantEncryptionService>('tenantEncryptionService')
  while ((await processDeliveries({ em, encryption, now: new Date() })) > 0) nudge(OUTGOING_EVENTS_QUEUE)
  if (Date.now() - maintainedAt > MAINTENANCE_EVERY_MS) {
    maintainedAt = Date.now()
    await maintainPartitions(dbOf(em.fork()), new Date())
  }
}
