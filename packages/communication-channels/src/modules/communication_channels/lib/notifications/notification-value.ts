import { z } from 'zod'
import { line } from '../content/bounds.ts'
import { decimalsIn, fitsCurrency } from './currency-decimals.ts'

function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
    return true
  } catch {
    return false
  }
}

const DATE_STYLES = ['date', 'time', 'date_time'] as const

const money = z
  .strictObject({
    type: z.literal('money'),
    /** In whole units, as a decimal: `129.90`. Text, because a float is not what somebody owes. */
    amount: z.string().regex(/^-?\d{1,15}(\.\d{1,6})?$/, 'Write the amount with a point: 129.90.'),
    currency: z.string().regex(/^[A-Z]{3}$/, 'Three capital letters: EUR.'),
  })
  .superRefine(({ amount, currency }, ctx) => {
    // Whoever reads it would see another amount than the one that is owed.
    if (fitsCurrency(amount, currency)) return
    const message = `${currency} has ${decimalsIn(currency)} decimals, ${amount} has more. Round it yourself.`
    ctx.addIssue({ code: 'custom', path: ['amount'], message })
  })

const date = z.strictObject({
  type: z.literal('date'),
  at: z.iso.datetime({ offset: true }),
  /** Absent: the day alone. */
  style: z.enum(DATE_STYLES).optional(),
  /** By whose clock. Absent: by that of `at` itself, its offset. */
  timeZone: z.string().max(64).refine(isTimeZone, 'There is no such time zone.').optional(),
})

/** What a variable stands for: a text, or what is written in each language in its own manner. */
export const notificationValue = z.union([line(1, 1024), money, date])
export type NotificationValue = z.infer<typeof notificationValue>
export type NotificationData = Record<string, NotificationValue>
