/** Before this nobody agreed to be written to: it is a date gone wrong, such as the day from which a spreadsheet counts. */
const EARLIEST = Date.UTC(2000, 0, 1)

const FORM =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?\s*(Z|[+-]\d\d:?\d\d)?)?$/i

export type ReadTime = { at: Date; problem: null } | { at: null; problem: TimeProblem }
export type TimeProblem = 'time_unreadable' | 'time_too_old' | 'time_future'

/** ISO 8601: a day, or a moment. One without a zone is in UTC, and so is a day's beginning. */
export function readTime(text: string, now: Date): ReadTime {
  const match = FORM.exec(text)
  if (!match) return { at: null, problem: 'time_unreadable' }
  const [, year, month, day, hour = '00', minute = '00', second = '00', zone = 'Z'] = match
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${withColon(zone)}`)
  if (Number.isNaN(at.getTime()) || !isInCalendar(Number(year), Number(month), Number(day)))
    return { at: null, problem: 'time_unreadable' }
  if (at.getTime() < EARLIEST) return { at: null, problem: 'time_too_old' }
  return at > now ? { at: null, problem: 'time_future' } : { at, problem: null }
}

/** JavaScript takes the 31st of June for the 1st of July. */
function isInCalendar(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

function withColon(zone: string): string {
  return zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase()
}
