export type {
  EnqueueOptions,
  JobContext,
  JobHandler,
  ProcessOptions,
  ProcessResult,
  Queue,
  QueuedJob,
  WorkerMeta,
} from './contract.ts'
export { createModuleQueue, installJobEngine } from './moduleQueue.ts'
export { createJobEngine, type JobEngine, type JobEngineOptions } from './pgBossEngine.ts'
