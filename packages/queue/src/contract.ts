export interface QueuedJob<T = unknown> {
  id: string
  payload: T
  /** ISO time of the enqueue. */
  createdAt: string
}

export interface JobContext {
  jobId: string
  /** From 1. */
  attemptNumber: number
  queueName: string
}

/** A throw means: try again later. After the third attempt the job is a dead letter. */
export type JobHandler<T = unknown> = (job: QueuedJob<T>, ctx: JobContext) => Promise<void> | void

export interface EnqueueOptions {
  delayMs?: number
}

export interface ProcessOptions {
  limit?: number
}

export interface ProcessResult {
  processed: number
  failed: number
  lastJobId?: string
}

export interface Queue<T = unknown> {
  readonly name: string
  /** Answers the job's id once it is durable. */
  enqueue(data: T, options?: EnqueueOptions): Promise<string>
  /** Runs what is due now, one after the other, and returns when nothing due is left. */
  process(handler: JobHandler<T>, options?: ProcessOptions): Promise<ProcessResult>
}

/** What a file in `workers/` exports as `metadata`. */
export interface WorkerMeta {
  queue: string
  id?: string
  concurrency?: number
}
