import { isPassing } from '../../graph/send-failure.ts'

export interface Patience {
  /** Between one attempt and the next, in milliseconds; after the last of them it is given up. */
  waits: readonly number[]
  wait(ms: number): Promise<void>
}

/** Whoever waits for the answer is told at once; the clock asks again. */
export const NO_PATIENCE: Patience = { waits: [], wait: async () => {} }

/** Of a worker, within its lease (`hold-run.ts`). */
export const WORKER_WAITS = [1_000, 4_000, 10_000]

/** Asks again where Meta's trouble may have passed in some seconds. */
export async function patiently<T>({ waits, wait }: Patience, ask: () => Promise<T>): Promise<T> {
  for (const ms of waits) {
    try {
      return await ask()
    } catch (error) {
      if (!isPassing(error)) throw error
      await wait(ms)
    }
  }
  return ask()
}
