import type { QueuedJob, WorkerMeta } from '@open-mercato/queue'
import { receiveFile } from '../lib/files/receive/receive-files.ts'
import { tenantTurns } from '../lib/files/receive/tenant-turns.ts'
import { retireFiles } from '../lib/files/store/retire-files.ts'
import { FILES_QUEUE, nudge, OUTGOING_EVENTS_QUEUE } from '../lib/nudge.ts'
import { workOffAndTell } from '../lib/work-off.ts'
import { type WorkerContext, workerServices } from '../lib/worker-services.ts'

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
export default async function files(_job: QueuedJob, ctx: WorkerContext): Promise<void> {
  const services = await workerServices(ctx)
  // Each calls the next one, so that all slots fill up while there is work.
  const callAnother = () => {
    if (turns.count() < SLOTS) nudge(FILES_QUEUE)
  }
  await workOffAndTell(FILES_QUEUE, () =>
    receiveFile({ ...services, turns, random: Math.random }, callAnother),
  )
  if (Date.now() - retiredAt > RETIRE_EVERY_MS) {
    retiredAt = Date.now()
    const worked = await retireFiles({ ...services, now: services.now() })
    if (worked > 0) nudge(OUTGOING_EVENTS_QUEUE)
  }
}
