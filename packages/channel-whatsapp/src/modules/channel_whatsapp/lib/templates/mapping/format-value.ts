import { fitsCurrency } from '@open-mercato/communication-channels/modules/communication_channels/lib/notifications/currency-decimals'
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
    if (amount && currency && fitsCurrency(amount, currency)) return money(amount, currency, language)
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
  if (!DECIMAL.test(amount) || !fitsCurrency(amount, currency)) return `${amount} ${currency}`
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

/** By whose clock, where nobody says: by the one that it was written down by. Where that is UTC, an hour says so. */
function moment(at: string, style: Style, language: string, timeZone?: string): string {
  const parsed = new Date(at)
  if (Number.isNaN(parsed.getTime())) return at
  // A day alone has no hour that another zone could move to the day before.
  if (DAY.test(at)) return inZone(parsed, style, language, 'UTC')
  if (timeZone !== undefined) return inZone(parsed, style, language, timeZone)
  const offset = offsetMsOf(at)
  const written = inZone(new Date(parsed.getTime() + offset), style, language, 'UTC')
  return offset === 0 && style !== 'date' ? `${written} UTC` : written
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const OFFSET = /([+-])(\d{2}):(\d{2})$/
const MINUTE_MS = 60_000

function offsetMsOf(at: string): number {
  const [, sign, hours, minutes] = OFFSET.exec(at) ?? []
  const ms = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * MINUTE_MS
  return sign === '-' ? 0 - ms : ms
}

function inZone(at: Date, style: Style, language: string, timeZone: string): string {
  const parts: Intl.DateTimeFormatOptions = {
    ...(style === 'time' ? {} : { dateStyle: 'long' }),
    ...(style === 'date' ? {} : { timeStyle: 'short' }),
  }
  try {
    return new Intl.DateTimeFormat(localeOf(language), { ...parts, timeZone }).format(at)
  } catch {
    return new Intl.DateTimeFormat('en', { ...parts, timeZone: 'UTC' }).format(at)
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
