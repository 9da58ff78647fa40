/** A report, by when it reached us. */
export interface Report {
  key: string
  /** Whether Meta said when it was. */
  isTimed: boolean
  receivedAt: Date
}

/** Meta delivers again what it thinks did not arrive: mostly at once, and less and less often after that. */
export const SAME_WITHIN_MS = 24 * 60 * 60 * 1000

/**
 * The same words without a time, days apart, are two facts; nearer to each other they are one that was delivered again.
 * The keys that the reports are kept under, in their order. `kept` are the keys of earlier ones like them.
 */
export function toldApart(reports: Report[], kept: { key: string; receivedAt: Date }[]): string[] {
  const known = Map.groupBy(kept, ({ key }) => key.slice(0, key.indexOf('@')))
  return reports.map(({ key, isTimed, receivedAt }) => {
    if (isTimed) return key
    const alike = known.get(key) ?? []
    const same = alike.find((one) => isNear(one.receivedAt, receivedAt))
    if (same) return same.key
    const own = { key: `${key}@${receivedAt.toISOString()}`, receivedAt }
    known.set(key, [...alike, own])
    return own.key
  })
}

function isNear(a: Date, b: Date): boolean {
  return Math.abs(a.getTime() - b.getTime()) < SAME_WITHIN_MS
}
