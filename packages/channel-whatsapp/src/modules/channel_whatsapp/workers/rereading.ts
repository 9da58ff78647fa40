import type { WorkerMeta } from '@open-mercato/queue'
import { createRequestContainer } from '@open-mercato/shared/lib/di/container'
import { rereadDue } from '../lib/rereading/reread-due.ts'
import { REREADING_QUEUE } from '../lib/rereading/schedule.ts'

export const metadata: WorkerMeta = {
  queue: REREADING_QUEUE,
  id: 'channel_whatsapp:rereading',
  concurrency: 1,
}

/** Reads the connections that are due again. The job itself carries nothing. */
export default async function rereading(): Promise<void> {
  await rereadDue({ newContainer: createRequestContainer, now: () => new Date(), random: Math.random })
}
