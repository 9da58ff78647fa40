import type { EntityManager } from '@mikro-orm/postgresql'
import type { JobContext, QueuedJob, WorkerMeta } from '@open-mercato/queue'
import { workConsentTasks } from '../lib/consent/tasks/work-tasks.ts'
import { databaseClock, dbOf } from '../lib/db.ts'
import type { TenantEncryptionService } from '../lib/encryption-service.ts'
import { fetchLink } from '../lib/files/link/fetch-link.ts'
import { CONSENTS_QUEUE, nudge, OUTGOING_EVENTS_QUEUE } from '../lib/nudge.ts'
import { workOff } from '../lib/work-off.ts'

export const metadata: WorkerMeta = {
  queue: CONSENTS_QUEUE,
  id: 'communication_channels:consents',
  concurrency: 1,
}

/** Does what follows from what people said about being written to. The job itself carries nothing. */
export default async function consents(
  _job: QueuedJob,
  ctx: JobContext & { resolve<T>(name: string): T },
): Promise<void> {
  const em = ctx.resolve<EntityManager>('em')
  const encryption = ctx.resolve<TenantEncryptionService>('tenantEncryptionService')
  const resolve = <T>(name: string) => ctx.resolve<T>(name)
  const now = await databaseClock(dbOf(em.fork()))
  await workOff(CONSENTS_QUEUE, async () => {
    const worked = await workConsentTasks({ em, encryption, resolve, now, fetchLink })
    if (worked > 0) nudge(OUTGOING_EVENTS_QUEUE)
    return worked
  })
}
