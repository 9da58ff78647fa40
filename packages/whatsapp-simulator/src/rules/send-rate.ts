/** Pair limit: one message in 6 s to the same person, with a burst of 45 that borrows from later. */
const PAIR_SPACING_MS = 6000
const PAIR_BURST = 45

/** `earlier` are the times (ms, ascending) of this pair's accepted messages. */
export function isWithinPairRate(earlier: number[], now: number): boolean {
  let paidUntil = 0
  for (const time of earlier) paidUntil = Math.max(paidUntil, time) + PAIR_SPACING_MS
  return paidUntil - now <= (PAIR_BURST - 1) * PAIR_SPACING_MS
}

/** `earlier` are the times (ms) of the number's accepted messages. */
export function isWithinThroughput(earlier: number[], now: number, perSecond: number): boolean {
  return earlier.filter((time) => time > now - 1000).length < perSecond
}
