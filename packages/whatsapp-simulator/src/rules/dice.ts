/** Throw number `count` of the dice with this seed: 0 up to but not 1, the same every time. */
export function throwDice(seed: number, count: number): number {
  // Mulberry32, whose state grows by a constant with every throw.
  let state = (seed + Math.imul(count + 1, 0x6d2b79f5)) | 0
  state = Math.imul(state ^ (state >>> 15), state | 1)
  state ^= state + Math.imul(state ^ (state >>> 7), state | 61)
  return ((state ^ (state >>> 14)) >>> 0) / 2 ** 32
}

/** The code whose share of the range from 0 to 1 `thrown` falls into; null beyond all of them. */
export function chosenByChance(chances: { code: number; share: number }[], thrown: number): number | null {
  let end = 0
  for (const { code, share } of chances) {
    end += share
    if (thrown < end) return code
  }
  return null
}
