import type { QueuedJob, WorkerMeta } from '@open-mercato/queue'
import { uploadFiles } from '../lib/files/upload/upload-files.ts'
import { nudge, OUTBOX_QUEUE, UPLOADS_QUEUE } from '../lib/nudge.ts'
import { workOffAndTell } from '../lib/work-off.ts'
import { type WorkerContext, workerServices } from '../lib/worker-services.ts'

export const metadata: WorkerMeta = {
  queue: UPLOADS_QUEUE,
  id: 'communication_channels:uploads',
  concurrency: 1,
}

/** Hands files over that messages wait for. The job itself carries nothing. */
export default async function uploads(_job: QueuedJob, ctx: WorkerContext): Promise<void> {
  const services = await workerServices(ctx)
  await workOffAndTell(UPLOADS_QUEUE, async () => {
    const worked = await uploadFiles({ ...services, random: Math.random })
    if (worked > 0) nudge(OUTBOX_QUEUE)
    return worked
  })
}
