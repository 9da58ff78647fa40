import type { OrderContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/order'
import { z } from 'zod'
import { told } from '../meta-values.ts'

/** Meta writes numbers, or text. Never calculated with here, and kept digit for digit. */
const decimal = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^-?\d{1,30}(\.\d{1,30})?$/))

const id = z.union([z.string().min(1), z.number()]).transform(String)

const order = z.object({
  catalog_id: id.nullish(),
  text: told,
  product_items: z.array(
    z.object({
      product_retailer_id: id,
      quantity: decimal.transform(Number),
      item_price: decimal.nullish(),
      currency: told,
    }),
  ),
})

export function readOrder(part: unknown): OrderContent | null {
  const { data } = order.safeParse(part)
  if (!data) return null
  return {
    type: 'order',
    catalogId: data.catalog_id ?? null,
    text: data.text ?? null,
    items: data.product_items.map((item) => ({
      productId: item.product_retailer_id,
      quantity: item.quantity,
      unitPrice: item.item_price ?? null,
      currency: item.currency ?? null,
    })),
  }
}
