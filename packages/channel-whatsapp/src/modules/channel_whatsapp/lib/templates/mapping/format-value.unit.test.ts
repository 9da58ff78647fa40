import type { NotificationValue } from '@open-mercato/communication-channels/modules/communication_channels/lib/notifications/notification-value'
import { formatValue } from './format-value.ts'
import type { ValueFormat } from './mapping.ts'

/** The spaces of numbers do not break: here they are written as plain ones. */
const written = (value: NotificationValue, language: string, format?: ValueFormat) =>
  formatValue(value, language, format).replace(/[\u00a0\u202f]/g, ' ')

const money = (amount: string, currency = 'EUR') => ({ type: 'money' as const, amount, currency })
const at = '2026-12-03T23:30:00Z'

describe('money is written as readers of the language write it', () => {
  it.each<[string, string]>([
    ['en_US', '€1,234.50'],
    ['pl', '1234,50 €'],
    ['de', '1.234,50 €'],
    ['es', '1234,50 €'],
    ['pt_BR', '€ 1.234,50'],
    ['nonsense!', '€1,234.50'],
  ])('%s', (language, expected) => {
    expect(written(money('1234.5'), language)).toBe(expected)
  })

  it('to the last digit, which a float would lose', () => {
    expect(written(money('900719925474099.31', 'USD'), 'en')).toBe('$900,719,925,474,099.31')
    expect(written(money('0.10'), 'de')).toBe('0,10 €')
    expect(written(money('-5'), 'pl')).toBe('-5,00 €')
  })

  it('with as many decimals as the currency has', () => {
    expect(written(money('1200', 'JPY'), 'en')).toBe('¥1,200')
    expect(written(money('1.2340', 'KWD'), 'en')).toBe('KWD 1.234')
    expect(written(money('1.2345', 'KWD'), 'en')).toBe('1.2345 KWD')
  })
})

describe('a moment is written as readers of the language write it', () => {
  const warsaw = 'Europe/Warsaw'
  it.each<[string, 'date' | 'time' | 'date_time' | undefined, string | undefined, string]>([
    ['en_US', undefined, undefined, 'December 3, 2026'],
    ['en_US', 'date_time', warsaw, 'December 4, 2026 at 12:30 AM'],
    ['pl', 'date', warsaw, '4 grudnia 2026'],
    ['de', 'date_time', undefined, '3. Dezember 2026 um 23:30 UTC'],
    ['en_GB', 'time', undefined, '23:30 UTC'],
    ['en_GB', 'time', 'UTC', '23:30'],
    ['de', 'time', warsaw, '00:30'],
    ['es', 'date', undefined, '3 de diciembre de 2026'],
  ])('%s, %s in %s', (language, style, timeZone, expected) => {
    expect(written({ type: 'date', at, style, timeZone }, language)).toBe(expected)
  })

  it.each<[string, 'date' | 'time' | 'date_time', string | undefined, string]>([
    ['2026-12-15T00:00:00+01:00', 'date', undefined, '15 December 2026'],
    ['2026-12-15T14:30:00+01:00', 'time', undefined, '14:30'],
    ['2026-12-14T22:15:00-05:30', 'date_time', undefined, '14 December 2026 at 22:15'],
    ['2026-12-15T14:30:00+00:00', 'time', undefined, '14:30 UTC'],
    ['2026-12-15T00:00:00+01:00', 'date', 'America/New_York', '14 December 2026'],
  ])('by the clock by which it was written down, unless another is named: %s, %s in %s', (...row) => {
    const [own, style, timeZone, expected] = row
    expect(written({ type: 'date', at: own, style, timeZone }, 'en_GB')).toBe(expected)
  })

  it('as the mapping says, whatever its own style is', () => {
    const value = { type: 'date' as const, at, style: 'date_time' as const }
    expect(written(value, 'pl', 'date')).toBe('3 grudnia 2026')
  })
})

describe('text', () => {
  it.each<[string, ValueFormat | undefined, string]>([
    ['12.50 EUR', undefined, '12.50 EUR'],
    ['12.50 EUR', 'text', '12.50 EUR'],
    ['12.50 EUR', 'money', '12,50 €'],
    ['12.505 EUR', 'money', '12.505 EUR'],
    ['about twelve', 'money', 'about twelve'],
    ['2026-12-03', 'date', '3. Dezember 2026'],
    ['2026-12-03T23:30:00Z', 'date_time', '3. Dezember 2026 um 23:30 UTC'],
    ['2026-12-03T23:30:00+01:00', 'date_time', '3. Dezember 2026 um 23:30'],
    ['tomorrow', 'date', 'tomorrow'],
    ['2026-99-99', 'date', '2026-99-99'],
  ])('%s as %s', (value, format, expected) => {
    expect(written(value, 'de', format)).toBe(expected)
  })
})
