import type { QueuedJob, WorkerMeta } from '@open-mercato/queue'
import { workConsentTasks } from '../lib/consent/tasks/work-tasks.ts'
import { fetchLink } from '../lib/files/link/fetch-link.ts'
import { CONSENTS_QUEUE } from '../lib/nudge.ts'
import { workOffAndTell } from '../lib/work-off.ts'
import { type WorkerContext, workerServices } from '../lib/worker-services.ts'

export const metadata: WorkerMeta = {
  queue: CONSENTS_QUEUE,
  id: 'communication_channels:consents',
  concurrency: 1,
}

/** Does what follows from what people said about being written to. The job itself carries nothing. */
export default async function consents(_job: QueuedJob, ctx: WorkerContext): Promise<void> {
  const services = await workerServices(ctx)
  await workOffAndTell(CONSENTS_QUEUE, () => workConsentTasks({ ...services, fetchLink }))
}
