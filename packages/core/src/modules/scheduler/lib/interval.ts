export const INTERVAL = /^([1-9]\d{0,5})([smhd])$/

const UNIT_MS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** `15m` in milliseconds. Throws on anything that is not a number and s, m, h or d. */
export function parseInterval(value: string): number {
  const [, count, unit] = INTERVAL.exec(value) ?? []
  if (!count || !unit) throw new Error(`${value} is not an interval such as 15m.`)
  return Number(count) * UNIT_MS[unit as keyof typeof UNIT_MS]
}

/**
 * The next beat after `now`. Beats that were missed while nothing ran are skipped, not caught up on: one run
 * finds all there is to do.
 */
export function nextRunAfter(value: string, due: Date, now: Date): Date {
  const interval = parseInterval(value)
  const missed = Math.max(0, Math.floor((now.getTime() - due.getTime()) / interval))
  return new Date(due.getTime() + (missed + 1) * interval)
}
