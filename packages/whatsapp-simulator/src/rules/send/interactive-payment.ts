import { z } from 'zod'
import { actionWith, anyHeader, body, footer } from './interactive-frame.ts'

/** Money as Meta writes it: whole hundredths. */
const amount = z.looseObject({ value: z.int().min(0), offset: z.literal(100) })
const referenceId = z.string().min(1).max(35)

/** Only the frame of an order is checked; payment settings differ by country and provider. */
export const orderDetailsParameters = z.looseObject({
  reference_id: referenceId,
  type: z.enum(['digital-goods', 'physical-goods']),
  currency: z.enum(['INR', 'BRL']),
  total_amount: amount,
  order: z.looseObject({
    status: z.literal('pending'),
    items: z.array(z.looseObject({ name: z.string().min(1), amount, quantity: z.int().min(1) })).min(1),
    subtotal: amount,
  }),
})

export const orderDetails = z.strictObject({
  type: z.literal('order_details'),
  header: anyHeader,
  body: body(),
  footer,
  action: actionWith('review_and_pay', orderDetailsParameters),
})

export const orderStatus = z.strictObject({
  type: z.literal('order_status'),
  body: body(),
  footer,
  action: actionWith(
    'review_order',
    z.looseObject({
      reference_id: referenceId,
      order: z.looseObject({
        status: z.enum(['pending', 'processing', 'partially_shipped', 'shipped', 'completed', 'canceled']),
        description: z.string().max(120).optional(),
      }),
    }),
  ),
})
