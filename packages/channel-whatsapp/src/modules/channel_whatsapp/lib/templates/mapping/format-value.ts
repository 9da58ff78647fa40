import type { NotificationValue } from '@open-mercato/communication-channels/modules/communication_channels/lib/notifications/notification-value'
import type { ValueFormat } from './mapping.ts'

/** A value as readers of this language write it; text stays as it is unless a format finds money or a moment in it. */
export function formatValue(value: NotificationValue, language: string, format?: ValueFormat): string {
  if (typeof value !== 'string') {
    if (value.type === 'money') return money(value.amount, value.currency, language)
    return moment(value.at, styleOf(format, value.style), language, value.timeZone)
  }
  if (format === 'money') {
    const [, amount, currency] = MONEY.exec(value.trim()) ?? []
    if (amount && currency) return money(amount, currency, language)
  }
  if ((format === 'date' || format === 'date_time') && ISO_MOMENT.test(value.trim())) {
    return moment(value.trim(), format, language)
  }
  return value
}

/** `12.50 EUR`, as a text can carry it. */
const MONEY = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/
const DECIMAL = /^-?\d+(\.\d+)?$/
const ISO_MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/

function money(amount: string, currency: string, language: string): string {
  if (!DECIMAL.test(amount)) return `${amount} ${currency}`
  try {
    const written = new Intl.NumberFormat(localeOf(language), { style: 'currency', currency })
    // As text: a float would lose digits of what a shop charges.
    return written.format(amount as `${number}`)
  } catch {
    return `${amount} ${currency}`
  }
}

type Style = 'date' | 'time' | 'date_time'

function styleOf(format: ValueFormat | undefined, style: string | undefined): Style {
  if (format === 'date' || format === 'date_time') return format
  return style === 'time' || style === 'date_time' ? style : 'date'
}

function moment(at: string, style: Style, language: string, timeZone = 'UTC'): string {
  const parsed = new Date(at)
  if (Number.isNaN(parsed.getTime())) return at
  const parts: Intl.DateTimeFormatOptions = {
    ...(style === 'time' ? {} : { dateStyle: 'long' }),
    ...(style === 'date' ? {} : { timeStyle: 'short' }),
  }
  // A day alone has no hour that another zone could move to the day before.
  const zone = /^\d{4}-\d{2}-\d{2}$/.test(at) ? 'UTC' : timeZone
  try {
    return new Intl.DateTimeFormat(localeOf(language), { ...parts, timeZone: zone }).format(parsed)
  } catch {
    return new Intl.DateTimeFormat('en', { ...parts, timeZone: 'UTC' }).format(parsed)
  }
}

/** Meta writes `pt_BR` where others write `pt-BR`; what nobody can read counts as English. */
function localeOf(language: string): string {
  try {
    return Intl.getCanonicalLocales(language.replaceAll('_', '-'))[0] ?? 'en'
  } catch {
    return 'en'
  }
}
