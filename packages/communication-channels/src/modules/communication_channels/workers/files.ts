import type { EntityManager } from '@mikro-orm/postgresql'
import type { JobContext, QueuedJob, WorkerMeta } from '@open-mercato/queue'
import { databaseClock, dbOf } from '../lib/db.ts'
import type { TenantEncryptionService } from '../lib/encryption-service.ts'
import { receiveFile } from '../lib/files/receive/receive-files.ts'
import { tenantTurns } from '../lib/files/receive/tenant-turns.ts'
import { retireFiles } from '../lib/files/store/retire-files.ts'
import { FILES_QUEUE, nudge, OUTGOING_EVENTS_QUEUE } from '../lib/nudge.ts'
import { workOff } from '../lib/work-off.ts'

/** A file of 100 MB is in memory as a whole, so this bounds it. */
const SLOTS = 3

export const metadata: WorkerMeta = {
  queue: FILES_QUEUE,
  id: 'communication_channels:files',
  concurrency: SLOTS,
}

const turns = tenantTurns()

const RETIRE_EVERY_MS = 60 * 60 * 1000
let retiredAt = 0

/** Fetches what customers sent, and removes what was kept long enough. The job itself carries nothing. */
export default async function files(
  _job: QueuedJob,
  ctx: JobContext & { resolve<T>(name: string): T },
): Promise<void> {
  const em = ctx.resolve<EntityManager>('em')
  const encryption = ctx.resolve<TenantEncryptionService>('tenantEncryptionService')
  const resolve = <T>(name: string) => ctx.resolve<T>(name)
  const now = await databaseClock(dbOf(em.fork()))
  // Each calls the next one, so that all slots fill up while there is work.
  const callAnother = () => {
    if (turns.count() < SLOTS) nudge(FILES_QUEUE)
  }
  await workOff(FILES_QUEUE, async () => {
    const receiving = { em, encryption, resolve, turns, now, random: Math.random }
    const worked = await receiveFile(receiving, callAnother)
    if (worked > 0) nudge(OUTGOING_EVENTS_QUEUE)
    return worked
  })
  if (Date.now() - retiredAt > RETIRE_EVERY_MS) {
    retiredAt = Date.now()
    const worked = await retireFiles({ em, resolve, now: now() })
    if (worked > 0) nudge(OUTGOING_EVENTS_QUEUE)
  }
}
