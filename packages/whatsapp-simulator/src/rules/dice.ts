/** Throw number `count` of the dice with this seed: 0 up to but not 1, the same every time. */
export function throwDice(seed: number, count: number): number {
  // Mulberry32, whose state grows by a constant with every throw.
  let state = (seed + Math.imul(count + 1, 0x6d2b79f5)) | 0
  state = Math.imul(state ^ (state >>> 15), state | 1)
  state ^= state + Math.imul(state ^ (state >>> 7), state | 61)
  return ((state ^ (state >>> 14)) >>> 0) / 2 ** 32
}

/** The one whose share of the range from 0 to 1 `thrown` falls into; null beyond all of them. */
export function chosenByChance<Chance extends { share: number }>(
  chances: Chance[],
  thrown: number,
): Chance | null {
  let end = 0
  for (const chance of chances) {
    end += chance.share
    if (thrown < end) return chance
  }
  return null
}
