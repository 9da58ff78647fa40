/** Of milliseconds, whole ones; by nearest rank. NaN of nothing, which no bar is kept by. */
export function percentile(values: number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return Math.round(sorted[Math.ceil((percent / 100) * sorted.length) - 1] ?? Number.NaN)
}
