import { setTimeout as pause } from 'node:timers/promises'

let overBecause: Error | null = null

/** From now on nothing is waited for any more: whoever waits, or begins to, gets this error. */
export function stopWaiting(reason: Error): void {
  overBecause = reason
}

/**
 * Asks again until the answer is yes; a question that fails counts as no, since what it asks may just be down.
 *
 * @returns false when it is not within the time
 */
export async function comesTrue(
  isSo: () => Promise<boolean> | boolean,
  { withinMs, everyMs = 50 }: { withinMs: number; everyMs?: number },
): Promise<boolean> {
  const deadline = performance.now() + withinMs
  for (;;) {
    if (overBecause) throw overBecause
    try {
      if (await isSo()) return true
    } catch {
      // Asked again below.
    }
    if (performance.now() > deadline) return false
    await pause(everyMs)
  }
}

/** The same for what the run cannot go on without. */
export async function until(
  what: string,
  isSo: () => Promise<boolean> | boolean,
  patience: { withinMs: number; everyMs?: number },
): Promise<void> {
  if (!(await comesTrue(isSo, patience)))
    throw new Error(`Waited ${patience.withinMs / 1000} s in vain until ${what}.`)
}
