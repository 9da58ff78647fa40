import { type Job, PgBoss } from 'pg-boss'
import type { EnqueueOptions, JobHandler, ProcessOptions, ProcessResult, QueuedJob } from './contract.ts'

export interface JobEngineOptions {
  databaseUrl: string
  /** Whether this process looks after crashed and old jobs; one that only enqueues does not. */
  supervise?: boolean
  onError(error: unknown, queue?: string): void
}

interface Envelope {
  payload: unknown
  createdAt: string
}

// Three attempts, about 2 s and 4 s apart. A worker that dies is noticed by its missing heartbeat.
const QUEUE_POLICY = { retryLimit: 2, retryDelay: 2, retryBackoff: true, heartbeatSeconds: 10 }
const DEAD_LETTERS = 'dead-letters'
const POLL_SECONDS = 0.5
const SUPERVISE_SECONDS = 10
const FETCH_SIZE = 50

export type JobEngine = ReturnType<typeof createJobEngine>

/** Jobs on PostgreSQL through pg-boss. Nothing is opened before the first use. */
export function createJobEngine(options: JobEngineOptions) {
  const { databaseUrl, supervise = true, onError } = options
  let starting: Promise<PgBoss> | null = null
  const queues = new Map<string, Promise<void>>()
  const localWorkers = new Map<string, string[]>()

  let isClosed = false

  // A nudge may come as late as after `close`: it must not open everything anew.
  function start(): Promise<PgBoss> {
    if (isClosed) return Promise.reject(new Error('The job engine is closed.'))
    starting ??= open().catch((error: unknown) => {
      starting = null
      throw error
    })
    return starting
  }

  async function open(): Promise<PgBoss> {
    const boss = new PgBoss({
      connectionString: databaseUrl,
      max: 4,
      schedule: false,
      supervise,
      superviseIntervalSeconds: SUPERVISE_SECONDS,
      monitorIntervalSeconds: SUPERVISE_SECONDS,
    })
    // Without a listener a lost database would end the process; pg-boss polls on and recovers by itself.
    boss.on('error', (error) => onError(asError(error)))
    await boss.start()
    await boss.createQueue(DEAD_LETTERS)
    return boss
  }

  async function ready(queue: string): Promise<PgBoss> {
    const boss = await start()
    let known = queues.get(queue)
    if (!known) {
      known = boss.createQueue(queue, { ...QUEUE_POLICY, deadLetter: DEAD_LETTERS })
      known.catch(() => queues.delete(queue))
      queues.set(queue, known)
    }
    await known
    return boss
  }

  async function run(queue: string, handler: JobHandler<never>, job: Job<Envelope>): Promise<void> {
    try {
      await handler(unwrap(job) as never, {
        jobId: job.id,
        attemptNumber: job.retryCount + 1,
        queueName: queue,
      })
    } catch (error) {
      onError(error, queue)
      // pg-boss keeps what is thrown in its table: the kind of failure may stay there, its words may not.
      throw new Error(error instanceof Error ? error.name : 'Error')
    }
  }

  return {
    async start(): Promise<void> {
      await start()
    },

    async enqueue(queue: string, data: unknown, { delayMs }: EnqueueOptions = {}): Promise<string> {
      const boss = await ready(queue)
      const envelope: Envelope = { payload: data, createdAt: new Date().toISOString() }
      const startAfter = delayMs ? new Date(Date.now() + delayMs) : undefined
      const id = await boss.send(queue, envelope, { ...(startAfter && { startAfter }) })
      if (!id) throw new Error(`The queue ${queue} did not take the job.`)
      if (!startAfter) for (const worker of localWorkers.get(queue) ?? []) boss.notifyWorker(worker)
      return id
    },

    /** Works on the queue until `close`. Jobs of this process start at once, others' within half a second. */
    async work<T>(queue: string, concurrency: number, handler: JobHandler<T>): Promise<void> {
      const boss = await ready(queue)
      const settings = { batchSize: 1, pollingIntervalSeconds: POLL_SECONDS, burstWhenBatchFull: true }
      for (let slot = 0; slot < concurrency; slot += 1) {
        const id = await boss.work<Envelope>(queue, settings, async ([job]) => {
          if (job) await run(queue, handler as JobHandler<never>, job)
        })
        localWorkers.set(queue, [...(localWorkers.get(queue) ?? []), id])
      }
    },

    async process<T>(
      queue: string,
      handler: JobHandler<T>,
      { limit }: ProcessOptions = {},
    ): Promise<ProcessResult> {
      const boss = await ready(queue)
      const result: ProcessResult = { processed: 0, failed: 0 }
      const handled = () => result.processed + result.failed
      while (limit === undefined || handled() < limit) {
        const batchSize = Math.min(FETCH_SIZE, (limit ?? Number.POSITIVE_INFINITY) - handled())
        const jobs = await boss.fetch<Envelope>(queue, { batchSize })
        if (!jobs.length) break
        for (const job of jobs) {
          result.lastJobId = job.id
          try {
            await run(queue, handler as JobHandler<never>, job)
            await boss.complete(queue, job.id)
            result.processed += 1
          } catch (error) {
            await boss.fail(queue, job.id, { message: (error as Error).message })
            result.failed += 1
          }
        }
      }
      return result
    },

    /** Lets running jobs finish for up to five seconds; what is left is taken up again elsewhere. */
    async close(): Promise<void> {
      isClosed = true
      const boss = await starting?.catch(() => null)
      starting = null
      await boss?.stop({ graceful: localWorkers.size > 0, timeout: 5000 })
      localWorkers.clear()
      queues.clear()
    },
  }
}

function unwrap(job: Job<Envelope>): QueuedJob {
  return { id: job.id, payload: job.data.payload, createdAt: job.data.createdAt }
}

// pg-boss reports a copy of the error with everything the database said, the row included.
function asError(reported: unknown): Error {
  const { message, code } = reported as { message?: string; code?: string }
  return Object.assign(new Error(message ?? 'The job engine failed.'), { code })
}
