import type { Queue } from './contract.ts'
import type { JobEngine } from './pgBossEngine.ts'

let engine: JobEngine | null = null

/** Bootstrap only: the engine behind every module's queues; null when the host closes. */
export function installJobEngine(next: JobEngine | null): void {
  engine = next
}

/**
 * A module's handle on a queue. It may be made at import time, before there is a database.
 * How many jobs run at once is said by the worker's `metadata.concurrency`.
 */
export function createModuleQueue<T = unknown>(name: string, _options?: { concurrency?: number }): Queue<T> {
  return {
    name,
    enqueue: (data, options) => running(name).enqueue(name, data, options),
    process: (handler, options) => running(name).process<T>(name, handler, options),
  }
}

function running(name: string): JobEngine {
  if (!engine) throw new Error(`No host is running in this process, so the queue ${name} has no engine.`)
  return engine
}
