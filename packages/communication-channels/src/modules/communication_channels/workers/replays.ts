import type { QueuedJob, WorkerMeta } from '@open-mercato/queue'
import { replayStep } from '../lib/deliveries/replay/replay-step.ts'
import { REPLAYS_QUEUE } from '../lib/nudge.ts'
import { workOffAndTell } from '../lib/work-off.ts'
import { type WorkerContext, workerServices } from '../lib/worker-services.ts'

export const metadata: WorkerMeta = {
  queue: REPLAYS_QUEUE,
  id: 'communication_channels:replays',
  concurrency: 1,
}

/** Goes on with time spans that are being replayed. The job itself carries nothing. */
export default async function replays(_job: QueuedJob, ctx: WorkerContext): Promise<void> {
  const { em, encryption, now } = await workerServices(ctx)
  await workOffAndTell(REPLAYS_QUEUE, () => replayStep({ em, encryption, now: now() }))
}
