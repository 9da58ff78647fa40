import { setTimeout as pause } from 'node:timers/promises'

const PATIENCE_MS = 60_000

/** Asks again until the answer is yes. Throws when it is not within a minute. */
export async function until(
  what: string,
  isSo: () => Promise<boolean> | boolean,
  everyMs = 100,
): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`Waited in vain until ${what}.`)
    await pause(everyMs)
  }
}
