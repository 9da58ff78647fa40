import type { EntityManager } from '@mikro-orm/postgresql'
import type { JobContext, QueuedJob, WorkerMeta } from '@open-mercato/queue'
import { databaseClock, dbOf } from '../lib/db.ts'
import type { TenantEncryptionService } from '../lib/encryption-service.ts'
import { uploadFiles } from '../lib/files/upload/upload-files.ts'
import { nudge, OUTBOX_QUEUE, OUTGOING_EVENTS_QUEUE, UPLOADS_QUEUE } from '../lib/nudge.ts'
import { workOff } from '../lib/work-off.ts'

export const metadata: WorkerMeta = {
  queue: UPLOADS_QUEUE,
  id: 'communication_channels:uploads',
  concurrency: 1,
}

/** Hands files over that messages wait for. The job itself carries nothing. */
export default async function uploads(
  _job: QueuedJob,
  ctx: JobContext & { resolve<T>(name: string): T },
): Promise<void> {
  const em = ctx.resolve<EntityManager>('em')
  const encryption = ctx.resolve<TenantEncryptionService>('tenantEncryptionService')
  const resolve = <T>(name: string) => ctx.resolve<T>(name)
  const now = await databaseClock(dbOf(em.fork()))
  await workOff(UPLOADS_QUEUE, async () => {
    const worked = await uploadFiles({ em, encryption, resolve, now, random: Math.random })
    if (worked > 0) {
      nudge(OUTBOX_QUEUE)
      nudge(OUTGOING_EVENTS_QUEUE)
    }
    return worked
  })
}
