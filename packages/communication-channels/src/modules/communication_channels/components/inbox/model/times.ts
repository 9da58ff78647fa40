const day = 24 * 60 * 60_000

/** A time in a list: the hour today, the weekday within a week, the date before that. `now` in milliseconds. */
export function listTime(iso: string, now: number, locale: string): string {
  const date = new Date(iso)
  const days = daysBefore(date, now)
  if (days <= 0) return clockTime(iso, locale)
  if (days < 7) return new Intl.DateTimeFormat(locale, { weekday: 'short' }).format(date)
  const isThisYear = date.getFullYear() === new Date(now).getFullYear()
  return new Intl.DateTimeFormat(
    locale,
    isThisYear ? { day: 'numeric', month: 'short' } : { day: '2-digit', month: '2-digit', year: 'numeric' },
  ).format(date)
}

export function clockTime(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(new Date(iso))
}

/** The heading of a day in a thread: today and the days beside it by name (in the reader's language), others by date. */
export function dayHeading(iso: string, now: number, locale: string): string {
  const date = new Date(iso)
  const days = daysBefore(date, now)
  if (Math.abs(days) <= 1) {
    const name = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-days, 'day')
    return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
  }
  const isThisYear = date.getFullYear() === new Date(now).getFullYear()
  return new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(date)
}

/** Date and time in full, for a tooltip or a screen reader. */
export function fullTime(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso))
}

/** When something ahead will happen: the hour today, with the weekday within a week, with the date after that. */
export function timeAhead(iso: string, now: number, locale: string): string {
  const date = new Date(iso)
  const days = -daysBefore(date, now)
  const hour = { hour: 'numeric', minute: '2-digit' } as const
  if (days <= 0) return clockTime(iso, locale)
  return new Intl.DateTimeFormat(
    locale,
    days < 7 ? { weekday: 'short', ...hour } : { day: 'numeric', month: 'short', ...hour },
  ).format(date)
}

function daysBefore(date: Date, now: number): number {
  const today = new Date(now)
  const midnight = (one: Date) => Date.UTC(one.getFullYear(), one.getMonth(), one.getDate())
  return Math.round((midnight(today) - midnight(date)) / day)
}
