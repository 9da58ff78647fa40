import type { EntityManager } from '@mikro-orm/postgresql'
import type { JobContext, QueuedJob, WorkerMeta } from '@open-mercato/queue'
import { databaseClock, dbOf } from '../lib/db.ts'
import { replayStep } from '../lib/deliveries/replay/replay-step.ts'
import type { TenantEncryptionService } from '../lib/encryption-service.ts'
import { nudge, OUTGOING_EVENTS_QUEUE, REPLAYS_QUEUE } from '../lib/nudge.ts'
import { workOff } from '../lib/work-off.ts'

export const metadata: WorkerMeta = {
  queue: REPLAYS_QUEUE,
  id: 'communication_channels:replays',
  concurrency: 1,
}

/** Goes on with time spans that are being replayed. The job itself carries nothing. */
export default async function replays(
  _job: QueuedJob,
  ctx: JobContext & { resolve<T>(name: string): T },
): Promise<void> {
  const em = ctx.resolve<EntityManager>('em')
  const encryption = ctx.resolve<TenantEncryptionService>('tenantEncryptionService')
  const now = await databaseClock(dbOf(em.fork()))
  await workOff(REPLAYS_QUEUE, async () => {
    const done = await replayStep({ em, encryption, now: now() })
    if (done > 0) nudge(OUTGOING_EVENTS_QUEUE)
    return done
  })
}
