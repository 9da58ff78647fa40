/** Providers keep what customers send for about a week; after that nobody has it any more. */
export const KEEPS_TRYING_MS = 7 * 24 * 60 * 60 * 1000

/** Between attempts, the last one over and over. */
export const WAITS_SECONDS = [5, 30, 2 * 60, 10 * 60, 60 * 60] as const

export type FetchRetry = { retry: true; at: Date } | { retry: false }

/**
 * When a file is asked for again after "not now". The provider's own wait is kept where it names one; up to a quarter
 * of jitter is added, so that a crowd spreads out.
 *
 * @param attempt how many attempts were made, from 1
 * @param knownSince when the file was first heard of
 * @param jitter 0..1, chance handed in
 */
export function decideFetchRetry(
  attempt: number,
  retryAfterMs: number | null,
  knownSince: Date,
  now: Date,
  jitter: number,
): FetchRetry {
  const wait = retryAfterMs ?? WAITS_SECONDS[Math.min(attempt, WAITS_SECONDS.length) - 1]! * 1000
  const at = new Date(now.getTime() + Math.round(wait * (1 + jitter * 0.25)))
  return at.getTime() - knownSince.getTime() > KEEPS_TRYING_MS ? { retry: false } : { retry: true, at }
}
