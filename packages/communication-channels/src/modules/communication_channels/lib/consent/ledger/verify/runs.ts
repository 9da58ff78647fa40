/** Numbers that follow each other, by the first and the last. However many they are, nobody counts them one by one. */
export interface Run {
  first: number
  last: number
}

/** Takes one number out of some runs; whether it was in them. */
export function takeOut(runs: Run[], wanted: number): boolean {
  const at = runs.findIndex(({ first, last }) => first <= wanted && wanted <= last)
  if (at < 0) return false
  const { first, last } = runs[at]!
  const rest = [
    { first, last: wanted - 1 },
    { first: wanted + 1, last },
  ]
  runs.splice(at, 1, ...rest.filter((run) => run.first <= run.last))
  return true
}
