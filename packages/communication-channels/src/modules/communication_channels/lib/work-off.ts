import { nudge, OUTGOING_EVENTS_QUEUE } from './nudge.ts'

/** A worker hands over after this long, so that a process that is to stop is not kept by a long backlog. */
const TURN_MS = 2_000

/**
 * Works until nothing is left or the turn is over; then whoever is next goes on.
 *
 * @param step does one batch and says how much it was
 */
export async function workOff(queueName: string, step: () => Promise<number>): Promise<void> {
  const end = Date.now() + TURN_MS
  while ((await step()) > 0) {
    if (Date.now() > end) return nudge(queueName)
  }
}

/** As `workOff`; whoever listens hears of what was done. */
export async function workOffAndTell(queueName: string, step: () => Promise<number>): Promise<void> {
  return workOff(queueName, async () => {
    const worked = await step()
    if (worked > 0) nudge(OUTGOING_EVENTS_QUEUE)
    return worked
  })
}
