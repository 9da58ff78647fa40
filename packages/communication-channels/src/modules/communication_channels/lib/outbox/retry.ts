/** After this many refusals for the moment, a message fails for good and a person decides. */
export const MAX_ATTEMPTS = 8

/** "Too fast" says nothing about the message, so it is tried for this long, however often. */
const RATE_FOR_MS = 24 * 60 * 60 * 1000

const BASE_MS = 2_000
const CEILING_MS = 5 * 60_000
/** A provider that names a longer wait, or none that is a number, is not taken at its word. */
const LONGEST_MS = 24 * 60 * 60 * 1000

export type RetryDecision = { retry: true; at: Date } | { retry: false }

/**
 * When to try again after the provider said "not now". The provider's own wait is kept where it names one;
 * else the wait doubles from 2 s up to 5 minutes, with up to a quarter of jitter so that a crowd spreads out.
 * Only ever asked about attempts that surely did not go out.
 *
 * @param attempt how many attempts were made, from 1
 * @param jitter  0..1, chance handed in
 */
export function decideRetry(
  attempt: number,
  retryAfterMs: number | null,
  now: Date,
  jitter: number,
): RetryDecision {
  if (attempt >= MAX_ATTEMPTS) return { retry: false }
  return { retry: true, at: nextTime(attempt, retryAfterMs, now, jitter) }
}

/**
 * The same after "too fast".
 *
 * @param refused how often it was refused so, from 1
 * @param forMs   since the first time
 */
export function decideRateRetry(
  { refused, forMs }: { refused: number; forMs: number },
  retryAfterMs: number | null,
  now: Date,
  jitter: number,
): RetryDecision {
  if (forMs >= RATE_FOR_MS) return { retry: false }
  return { retry: true, at: nextTime(refused, retryAfterMs, now, jitter) }
}

function nextTime(attempt: number, retryAfterMs: number | null, now: Date, jitter: number): Date {
  const asked = retryAfterMs === null || !Number.isFinite(retryAfterMs) ? null : retryAfterMs
  const wait = Math.min(asked ?? Math.min(BASE_MS * 2 ** (attempt - 1), CEILING_MS), LONGEST_MS)
  return new Date(now.getTime() + Math.round(wait * (1 + jitter * 0.25)))
}
