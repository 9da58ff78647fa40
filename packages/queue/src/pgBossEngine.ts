import { type Job, PgBoss } from 'pg-boss'
import type { EnqueueOptions, JobHandler, ProcessOptions, ProcessResult, QueuedJob } from './contract.ts'

export interface JobEngineOptions {
  databaseUrl: string
  /**
   * Whether this process may work on queues: it hears of other processes' jobs and looks after crashed and old ones.
   * One that only enqueues does neither.
   */
  works?: boolean
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
/** While jobs announce themselves; what was delayed or is tried again does not. */
const POLL_LISTENING_SECONDS = 2
const SUPERVISE_SECONDS = 10
const FETCH_SIZE = 50
const GIVING_BACK_MS = 1_000

export type JobEngine = ReturnType<typeof createJobEngine>

/** Jobs on PostgreSQL through pg-boss. Nothing is opened before the first use. */
export function createJobEngine(options: JobEngineOptions) {
  const { databaseUrl, works = true, onError } = options
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
      supervise: works,
      useListenNotify: works,
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
      known = ensureQueue(boss, queue)
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
      // In seconds from the database's now: this process's clock may be wrong.
      const startAfter = delayMs ? delayMs / 1000 : undefined
      const id = await boss.send(queue, envelope, { ...(startAfter && { startAfter }) })
      if (!id) throw new Error(`The queue ${queue} did not take the job.`)
      if (!startAfter) for (const worker of localWorkers.get(queue) ?? []) boss.notifyWorker(worker)
      return id
    },

    /**
     * Works on the queue until `stopWorking`. Jobs start at once, also those of other processes; without LISTEN (behind
     * a pooler that shares sessions) those within half a second.
     */
    async work<T>(queue: string, concurrency: number, handler: JobHandler<T>): Promise<void> {
      const boss = await ready(queue)
      const settings = {
        batchSize: 1,
        pollingIntervalSeconds: POLL_SECONDS,
        notifyPollingIntervalSeconds: POLL_LISTENING_SECONDS,
        burstWhenBatchFull: true,
      }
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

    /**
     * Takes no further job and waits for the running ones. Jobs may still be enqueued: a turn that ends says so to
     * whoever goes on.
     */
    async stopWorking(patienceMs: number): Promise<void> {
      const boss = await starting?.catch(() => null)
      const busy = [...localWorkers.keys()].map((queue) => boss?.offWork(queue, { wait: true }))
      let timer: NodeJS.Timeout | undefined
      const patience = new Promise((over) => {
        timer = setTimeout(over, patienceMs)
      })
      await Promise.race([Promise.allSettled(busy), patience])
      clearTimeout(timer)
    },

    /** What still runs is given back: another process takes it up again. */
    async close(): Promise<void> {
      isClosed = true
      const boss = await starting?.catch(() => null)
      starting = null
      await boss?.stop({ graceful: localWorkers.size > 0, timeout: GIVING_BACK_MS })
      localWorkers.clear()
      queues.clear()
    },
  }
}

async function ensureQueue(boss: PgBoss, queue: string): Promise<void> {
  await boss.createQueue(queue, { ...QUEUE_POLICY, notify: true, deadLetter: DEAD_LETTERS })
  // One that an older version made did not announce its jobs.
  if (!(await boss.getQueue(queue))?.notify) await boss.updateQueue(queue, { notify: true })
}

function unwrap(job: Job<Envelope>): QueuedJob {
  return { id: job.id, payload: job.data.payload, createdAt: job.data.createdAt }
}

// pg-boss reports a copy of the error with everything the database said, the row included.
function asError(reported: unknown): Error {
  const { message, code } = reported as { message?: string; code?: string }
  return Object.assign(new Error(message ?? 'The job engine failed.'), { code })
}
