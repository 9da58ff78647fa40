import type { JobContext, JobEngine, JobHandler, QueuedJob } from '@open-mercato/queue'
import type { AppContainer } from '@open-mercato/shared/lib/di/container'
import type { ModuleWorker } from '@open-mercato/shared/modules/registry'
import { EVENTS_QUEUE, type EventJob } from '../events/eventBus.ts'

const EVENTS_CONCURRENCY = 4

interface RunnableQueue {
  queue: string
  concurrency: number
  handler: JobHandler
}

type WorkerHandler = (
  job: QueuedJob,
  ctx: JobContext & { resolve<T>(name: string): T },
) => Promise<void> | void

/** Every queue this host works on. Each job gets a container of its own. */
export function runnableQueues(deps: {
  workers: readonly ModuleWorker[]
  runEventJob(job: EventJob): Promise<void>
  createContainer(): AppContainer
}): RunnableQueue[] {
  const queues = deps.workers.map((worker) => ({
    queue: worker.queue,
    concurrency: worker.concurrency,
    handler: async (job: QueuedJob, ctx: JobContext) => {
      const container = deps.createContainer()
      const resolve = <T>(name: string) => container.resolve<T>(name)
      await (worker.handler as unknown as WorkerHandler)(job, { ...ctx, resolve })
    },
  }))
  const events = (job: QueuedJob) => deps.runEventJob(job.payload as EventJob)
  return [...queues, { queue: EVENTS_QUEUE, concurrency: EVENTS_CONCURRENCY, handler: events }]
}

/** Runs all that is due until a whole round finds nothing. Jobs that wait for a retry stay. */
export async function drainQueues(
  jobs: JobEngine,
  queues: readonly RunnableQueue[],
): Promise<{ processed: number; failed: number }> {
  const total = { processed: 0, failed: 0 }
  for (;;) {
    let round = 0
    for (const { queue, handler } of queues) {
      const { processed, failed } = await jobs.process(queue, handler)
      total.processed += processed
      total.failed += failed
      round += processed + failed
    }
    if (!round) return total
  }
}
