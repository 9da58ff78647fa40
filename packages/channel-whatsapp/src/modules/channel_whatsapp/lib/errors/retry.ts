/**
 * When what Meta refused may be tried again.
 *
 * never       neither by itself nor by a person: the same again is pointless, or forbidden
 * when_fixed  not by itself; a person may, once what the error names has changed
 * not_before  not by itself, and by a person only after `ms`
 * backoff     by itself, with the sender's own growing waits
 * after       by itself, once `ms` have passed
 * pair        by itself, after 4^attempt seconds, at most some 68 minutes: Meta's rule for too many messages between the same two numbers
 * unknown     it may have gone out, so nothing sends it again by itself
 */
export type Retry =
  | { kind: 'never' }
  | { kind: 'when_fixed' }
  | { kind: 'not_before'; ms: number }
  | { kind: 'backoff' }
  | { kind: 'after'; ms: number }
  | { kind: 'pair' }
  | { kind: 'unknown' }

/** 4^6 seconds are 68 minutes. Attempts count whatever they failed for, so without a bound the wait would be days. */
const MOST_PAIR_WAITS = 6

/** @param attempt how many attempts were made, from 1 */
export function automaticRetry(
  retry: Retry,
  attempt: number,
): { retryable: boolean; retryAfterMs: number | null } {
  if (retry.kind === 'backoff') return { retryable: true, retryAfterMs: null }
  if (retry.kind === 'after') return { retryable: true, retryAfterMs: retry.ms }
  // https://developers.facebook.com/documentation/business-messaging/whatsapp/about-the-platform#pair-rate-limits
  if (retry.kind === 'pair') {
    return { retryable: true, retryAfterMs: 4 ** Math.min(attempt, MOST_PAIR_WAITS) * 1000 }
  }
  return { retryable: false, retryAfterMs: null }
}

/** What holds a person back from sending it again: nothing (null), for good, or until a time (ISO). */
export function resendRule(retry: Retry, refusedAt: Date): 'never' | string | null {
  if (retry.kind === 'never') return 'never'
  if (retry.kind === 'not_before') return new Date(refusedAt.getTime() + retry.ms).toISOString()
  return null
}
