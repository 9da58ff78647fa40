import {
  decimalText,
  type OrderContent,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/content/order'
import { z } from 'zod'
import { told } from '../meta-values.ts'

/** Meta writes numbers, or text. What is neither costs the cart nothing but that price. */
const decimal = z.unknown().optional().transform(decimalText)

const id = z.union([z.string().min(1), z.number()]).transform(String)

const order = z.object({
  catalog_id: told,
  text: told,
  product_items: z.array(
    z.object({
      product_retailer_id: id,
      quantity: decimal,
      item_price: decimal,
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
    items: data.product_items.map(({ product_retailer_id, quantity, item_price, currency }) => ({
      productId: product_retailer_id,
      quantity: Number(quantity ?? 1),
      // Of how many is not known: with a price the line would come to a sum that nobody saw.
      unitPrice: quantity === null ? null : item_price,
      currency: currency ?? null,
    })),
  }
}
