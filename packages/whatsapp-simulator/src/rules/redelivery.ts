const SECOND = 1000
const HOUR = 3600 * SECOND

/** Meta tries for up to seven days. */
export const GIVE_UP_AFTER_MS = 7 * 24 * HOUR

const FIRST_WAITS = [0, 2 * SECOND, 5 * SECOND, 15 * SECOND, 30 * SECOND]

/** At once after the first failure, then less and less often, at the least once an hour. */
export function waitBeforeRetry(failedAttempts: number): number {
  const early = FIRST_WAITS[failedAttempts - 1]
  if (early !== undefined) return early
  return Math.min(HOUR, 30 * SECOND * 2 ** (failedAttempts - FIRST_WAITS.length))
}

/** The time of the next try, or null when the seven days are over. */
export function nextAttemptAt(createdAt: number, failedAttempts: number, now: number): number | null {
  const next = now + waitBeforeRetry(failedAttempts)
  return next - createdAt > GIVE_UP_AFTER_MS ? null : next
}
