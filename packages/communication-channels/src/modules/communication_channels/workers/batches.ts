import type { QueuedJob, WorkerMeta } from '@open-mercato/queue'
import { workBatches } from '../lib/batches/work-batches.ts'
import { fetchLink } from '../lib/files/link/fetch-link.ts'
import { BATCHES_QUEUE } from '../lib/nudge.ts'
import { workOffAndTell } from '../lib/work-off.ts'
import { type WorkerContext, workerServices } from '../lib/worker-services.ts'

export const metadata: WorkerMeta = {
  queue: BATCHES_QUEUE,
  id: 'communication_channels:batches',
  concurrency: 1,
}

/** Turns recipients of batches into messages. The job itself carries nothing. */
export default async function batches(_job: QueuedJob, ctx: WorkerContext): Promise<void> {
  const services = await workerServices(ctx)
  await workOffAndTell(BATCHES_QUEUE, () => workBatches({ ...services, fetchLink }))
}
