const steps = [
  ['minute', 60_000],
  ['hour', 3_600_000],
  ['day', 86_400_000],
] as const

/** How long ago, for the last thirty days; the date before that. `now` in milliseconds. */
export function relativeTime(iso: string, now: number, locale: string): string {
  const age = Math.max(0, now - Date.parse(iso))
  if (age >= 30 * 86_400_000) {
    return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(iso))
  }
  const [unit, length] = steps.findLast(([, size]) => age >= size) ?? steps[0]
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-Math.floor(age / length), unit)
}
