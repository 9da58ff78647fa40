/** A day as Meta writes it, in the reader's manner; what is none stays as it is. */
export function dayText(value: string, locale: string): string {
  const date = new Date(value)
  return Number.isNaN(date.getTime())
    ? value
    : new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(date)
}
