/**
 * Where something is reached for the first time among values that reach it once and for all; their count where none
 * does. By halves: a number that passed through ten thousand hands is looked through as often.
 */
export function firstIndex<T>(ascending: readonly T[], isReached: (value: T) => boolean): number {
  let [from, until] = [0, ascending.length]
  while (from < until) {
    const middle = (from + until) >> 1
    if (isReached(ascending[middle]!)) until = middle
    else from = middle + 1
  }
  return from
}
