/** To one person a message every `spacingMs`; up to `burst` at once, borrowed from later. */
export interface PairRule {
  spacingMs: number
  burst: number
}

/** How much later than here a message may be counted at the provider. */
const MARGIN_MS = 1_000

export type PairDecision = { isAllowed: true; paidUntil: number } | { isAllowed: false; at: number }

/**
 * Whether a message may leave for a person at a time, as a leaky bucket that remembers one moment: until when all that was
 * sent is paid for.
 *
 * @param paidUntil milliseconds, as all times here; null for somebody who was never written to
 */
export function decidePair(
  { spacingMs, burst }: PairRule,
  paidUntil: number | null,
  at: number,
): PairDecision {
  const credit = (burst - 1) * spacingMs - MARGIN_MS
  // More than a whole burst is never owed: the clock was set back.
  const owed = paidUntil === null || paidUntil - at > burst * spacingMs ? 0 : Math.max(0, paidUntil - at)
  if (owed > credit) return { isAllowed: false, at: at + owed - credit }
  return { isAllowed: true, paidUntil: at + owed + spacingMs }
}
