import { sql } from '../db.ts'

/**
 * The sender's time is the database's, so that a process whose clock is wrong steals nothing and sends nothing early.
 * Between two questions it runs on with the process's monotonic clock. Tests move it ahead.
 */
export interface SenderClock {
  /** For statements. */
  sql(): ReturnType<typeof sql>
  /** As far as it is known here. */
  now(): Date
  /** When it will be this time by `performance.now()`. Milliseconds, as in `learn`. */
  monotonic(time: number): number
  /** @param time as the database just said */
  learn(time: number): void
}

/** What differs by more is another clock, not an answer that was long on its way. */
const OTHER_CLOCK_MS = 1_000
const DRIFT_MS = 0.05

/** @param asked the time of a test; absent: the database's */
export function senderClock(asked?: () => Date): SenderClock {
  const start = (asked?.() ?? new Date()).getTime() - performance.now()
  let ahead = start
  let isKnown = false
  return {
    sql: () =>
      asked
        ? sql`greatest(clock_timestamp(), ${new Date(start + performance.now())}::timestamptz)`
        : sql`clock_timestamp()`,
    now: () => new Date(ahead + performance.now()),
    monotonic: (time) => time - ahead,
    learn(time) {
      const heard = time - performance.now()
      // The answer that was shortest on its way tells best.
      const isSame = isKnown && Math.abs(heard - ahead) < OTHER_CLOCK_MS
      ahead = isSame ? Math.max(heard, ahead - DRIFT_MS) : heard
      isKnown = true
    },
  }
}

/** One for the process: the longer it listens, the better it knows. */
const shared = senderClock()

export function clockOf({ now }: { now?: () => Date }): SenderClock {
  return now ? senderClock(now) : shared
}
