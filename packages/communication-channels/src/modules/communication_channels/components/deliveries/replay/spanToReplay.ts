import { type LogFilter, spanOf } from '../filter/logFilter.ts'
import type { ReplayRequest } from './replay.ts'

const DAY_MS = 24 * 60 * 60_000

/** The time that is looked at; without one the last 24 hours. To the minute, as the fields for it have it. */
export function spanToReplay(filter: LogFilter, now: number): Exclude<ReplayRequest, { ids: string[] }> {
  const { from, to } = spanOf(filter, now)
  const until = to ? Date.parse(to) : now + 60_000
  const since = from ? Date.parse(from) : until - DAY_MS
  return { from: minuteOf(since), to: minuteOf(until), ...(filter.outcome && { outcome: filter.outcome }) }
}

function minuteOf(at: number): string {
  return new Date(Math.floor(at / 60_000) * 60_000).toISOString()
}
