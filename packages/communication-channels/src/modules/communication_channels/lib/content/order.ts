import { Decimal } from 'decimal.js'
import { z } from 'zod'

/** A cart as the customer sent it. Prices are what the customer saw, as decimal text; they prove nothing yet. */
export const orderContent = z.object({
  type: z.literal('order'),
  catalogId: z.string().nullable(),
  text: z.string().nullable(),
  items: z.array(
    z.object({
      productId: z.string(),
      quantity: z.number(),
      unitPrice: z.string().nullable(),
      currency: z.string().nullable(),
    }),
  ),
})
export type OrderContent = z.infer<typeof orderContent>
export type OrderItem = OrderContent['items'][number]

/** Enough for every digit of a price and a quantity; the twenty it has otherwise would round a long one. */
const Exact = Decimal.clone({ precision: 120 })

/** Digits without an exponent, of a number or of a text that is one already; null for anything else. */
export function decimalText(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const text = typeof value === 'number' && Number.isFinite(value) ? new Exact(value).toFixed() : value
  return typeof text === 'string' && /^-?\d{1,30}(\.\d{1,30})?$/.test(text) ? text : null
}

export function lineTotal({ quantity, unitPrice }: OrderItem): string | null {
  return unitPrice === null ? null : new Exact(unitPrice).times(quantity).toFixed()
}

/** One sum for each currency; null where a price is missing, because then no sum is true. */
export function orderTotals({ items }: OrderContent): { currency: string; amount: string }[] | null {
  const sums = new Map<string, Decimal>()
  for (const item of items) {
    const total = lineTotal(item)
    if (total === null || item.currency === null) return null
    sums.set(item.currency, (sums.get(item.currency) ?? new Exact(0)).plus(total))
  }
  return [...sums].map(([currency, amount]) => ({ currency, amount: amount.toFixed() }))
}
