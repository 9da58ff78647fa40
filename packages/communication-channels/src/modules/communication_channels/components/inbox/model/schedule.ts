import type { ConversationWindow } from './conversation.ts'
import { windowPhase } from './windowPhase.ts'

const day = 24 * 60 * 60_000
const mostDaysAhead = 90

/** What speaks against a time at which something is to leave. */
export type ScheduleProblem = 'missing' | 'past' | 'tooFar' | 'windowClosed'

/** `at` and `now` in milliseconds; `at` null: no time was given. The window is that for answers in one's own words. */
export function scheduleProblem(
  at: number | null,
  now: number,
  window: ConversationWindow,
): ScheduleProblem | null {
  if (at === null) return 'missing'
  if (at <= now) return 'past'
  if (at > now + mostDaysAhead * day) return 'tooFar'
  return windowPhase(window, at).phase === 'closed' ? 'windowClosed' : null
}

export const quickNames = ['inAnHour', 'tomorrow'] as const
export type QuickName = (typeof quickNames)[number]

/** What people choose most, in milliseconds and by the reader's own clock: tomorrow means at nine. */
export function quickTime(name: QuickName, now: number): number {
  const date = new Date(now)
  if (name === 'inAnHour') return now + 60 * 60_000
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1, 9).getTime()
}

/** A time as the fields for a date and for an hour have it. */
export function fieldsOf(at: number): { date: string; time: string } {
  const date = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  return {
    date: `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
    time: `${two(date.getHours())}:${two(date.getMinutes())}`,
  }
}

/** The time that both fields name on the reader's clock; null while one of them is empty or wrong. */
export function timeOf({ date, time }: { date: string; time: string }): number | null {
  const at = date && time ? new Date(`${date}T${time}`).getTime() : Number.NaN
  return Number.isNaN(at) ? null : at
}
