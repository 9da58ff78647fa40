/** Pairs of what two lists have in common, and what only one has, in order. */
export type Pair<Item> = [before: Item | undefined, after: Item | undefined]

/** The longest common run of equal items, with the others where they stand. */
export function align<Item>(
  before: Item[],
  after: Item[],
  isSame: (one: Item, other: Item) => boolean = Object.is,
): Pair<Item>[] {
  const lengths = commonLengths(before, after, isSame)
  const pairs: Pair<Item>[] = []
  let [b, a] = [0, 0]
  while (b < before.length || a < after.length) {
    if (b < before.length && a < after.length && isSame(before[b]!, after[a]!))
      pairs.push([before[b++], after[a++]])
    else if (a >= after.length || (b < before.length && lengths[b + 1]![a]! >= lengths[b]![a + 1]!))
      pairs.push([before[b++], undefined])
    else pairs.push([undefined, after[a++]])
  }
  return pairs
}

/** `[b][a]`: how many items `before` from b and `after` from a share in order. */
function commonLengths<Item>(
  before: Item[],
  after: Item[],
  isSame: (one: Item, other: Item) => boolean,
): number[][] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0))
  for (let b = before.length - 1; b >= 0; b--) {
    for (let a = after.length - 1; a >= 0; a--) {
      lengths[b]![a] = isSame(before[b]!, after[a]!)
        ? lengths[b + 1]![a + 1]! + 1
        : Math.max(lengths[b + 1]![a]!, lengths[b]![a + 1]!)
    }
  }
  return lengths
}
