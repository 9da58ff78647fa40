/** An amount in its currency, in the browser's language; null where there is no amount. */
export function formatCurrency(value: number | string | null | undefined, currency = 'EUR'): string | null {
  const amount = typeof value === 'string' ? Number(value) : value
  if (amount === null || amount === undefined || Number.isNaN(amount)) return null
  return new Intl.NumberFormat(documentLanguage(), { style: 'currency', currency }).format(amount)
}

/** Date and time in the reader's language and time zone; null where there is no valid date. */
export function formatDate(value: string | number | Date | null | undefined): string | null {
  if (value === null || value === undefined || value === '') return null
  const date = new Date(value)
  if (Number.isNaN(date.getTime())) return null
  return new Intl.DateTimeFormat(documentLanguage(), { dateStyle: 'medium', timeStyle: 'short' }).format(date)
}

/**
 * The shell keeps `<html lang>` at the chosen language, which may differ from the browser's. Where they agree
 * the browser knows the region too: the British and the Americans write dates differently.
 */
function documentLanguage(): string | undefined {
  if (typeof document === 'undefined') return undefined
  const language = document.documentElement.lang
  return navigator.languages.find((preferred) => preferred.startsWith(language)) ?? language
}
