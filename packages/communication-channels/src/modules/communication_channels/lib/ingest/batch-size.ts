/** As long as a transaction takes at most, once it is known how fast things go: a failure is split soon, and whoever
 *  waits for the same people does not wait long. Only a backlog fills so many. */
const AIM_MS = 500
const MOST = 2_000

/**
 * How many deliveries the next transaction takes, by how long the last one took for how many. A delivery has one
 * message or a thousand, and a machine is fast or busy, so only the clock tells how many are right. Grows to twice as
 * many at most, and only where there was a full batch to take.
 */
export function nextBatchSize(size: number, taken: number, milliseconds: number): number {
  const fitting = Math.max(1, Math.floor((taken * AIM_MS) / Math.max(milliseconds, 1)))
  if (taken < size) return milliseconds > AIM_MS ? Math.min(size, fitting) : size
  return Math.min(fitting, size * 2, MOST)
}
