import { type DeliveryFilter, deliveryFilters } from '../delivery.ts'

export const logTimes = ['today', 'day', 'week', 'own'] as const
type LogTime = (typeof logTimes)[number]

/** What of the log is shown, as it stands in the page's address. */
export type LogFilter = {
  search: string | null
  field: string | null
  connection: string | null
  outcome: DeliveryFilter | null
  time: LogTime | null
  /** ISO, of a time of one's own. */
  from: string | null
  to: string | null
}

export function filterIn(params: URLSearchParams): LogFilter {
  const time = logTimes.find((known) => known === params.get('time')) ?? null
  return {
    search: params.get('search')?.trim() || null,
    field: params.get('field') || null,
    connection: params.get('connection'),
    outcome: deliveryFilters.find((known) => known === params.get('outcome')) ?? null,
    time,
    from: time === 'own' ? validTime(params.get('from')) : null,
    to: time === 'own' ? validTime(params.get('to')) : null,
  }
}

const DAY_MS = 24 * 60 * 60_000

/** From when to when that is. A time that has no end goes on. `now` in milliseconds. */
export function spanOf(
  { time, from, to }: Pick<LogFilter, 'time' | 'from' | 'to'>,
  now: number,
): { from: string | null; to: string | null } {
  switch (time) {
    case 'today':
      return { from: new Date(new Date(now).setHours(0, 0, 0, 0)).toISOString(), to: null }
    case 'day':
      return { from: new Date(now - DAY_MS).toISOString(), to: null }
    case 'week':
      return { from: new Date(now - 7 * DAY_MS).toISOString(), to: null }
    case 'own':
      return { from, to }
    default:
      return { from: null, to: null }
  }
}

/** As the API takes it. */
export function queryOf(filter: LogFilter, now: number): URLSearchParams {
  const { search, field, connection, outcome } = filter
  const { from, to } = spanOf(filter, now)
  const asked = { search, field, connectionId: connection, outcome, from, to }
  return new URLSearchParams(
    Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== null),
  )
}

export function isFiltered({ search, field, connection, outcome, time }: LogFilter): boolean {
  return [search, field, connection, outcome, time].some((one) => one !== null)
}

function validTime(text: string | null): string | null {
  return text !== null && Number.isFinite(Date.parse(text)) ? new Date(text).toISOString() : null
}

/** For `<input type="datetime-local">`, in the reader's time. */
export function localTime(iso: string | null): string {
  if (iso === null) return ''
  const date = new Date(iso)
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

export function isoTime(local: string): string | null {
  return local === '' ? null : validTime(local)
}
