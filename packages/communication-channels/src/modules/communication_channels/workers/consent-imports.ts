import type { EntityManager } from '@mikro-orm/postgresql'
import type { JobContext, QueuedJob, WorkerMeta } from '@open-mercato/queue'
import { workImports } from '../lib/consent/import/run/work-imports.ts'
import { databaseClock, dbOf } from '../lib/db.ts'
import type { TenantEncryptionService } from '../lib/encryption-service.ts'
import { CONSENT_IMPORTS_QUEUE, nudge, OUTGOING_EVENTS_QUEUE } from '../lib/nudge.ts'
import { workOff } from '../lib/work-off.ts'

export const metadata: WorkerMeta = {
  queue: CONSENT_IMPORTS_QUEUE,
  id: 'communication_channels:consent-imports',
  concurrency: 1,
}

/** Checks lists of consents and records what was found sound in them. The job itself carries nothing. */
export default async function consentImports(
  _job: QueuedJob,
  ctx: JobContext & { resolve<T>(name: string): T },
): Promise<void> {
  const em = ctx.resolve<EntityManager>('em')
  const encryption = ctx.resolve<TenantEncryptionService>('tenantEncryptionService')
  const now = await databaseClock(dbOf(em.fork()))
  await workOff(CONSENT_IMPORTS_QUEUE, async () => {
    const worked = await workImports({ em, encryption, now })
    if (worked > 0) nudge(OUTGOING_EVENTS_QUEUE)
    return worked
  })
}
