import { z } from 'zod'
import { replyButton } from './interactive-answers.ts'
import { body, cardHeader } from './interactive-frame.ts'
import { productAction } from './interactive-products.ts'
import { linkAction } from './interactive-requests.ts'
import { limitedText, refuse } from './parts.ts'

const MAX_LINE_BREAKS = 2

const quickReply = z.strictObject({
  type: z.literal('quick_reply'),
  quick_reply: z.strictObject({ id: limitedText(256), title: limitedText(20) }),
})

const cardBody = z
  .strictObject({ text: limitedText(160) })
  .refine(({ text }) => text.split('\n').length - 1 <= MAX_LINE_BREAKS)

const mediaCard = z.strictObject({
  card_index: z.int().min(0),
  type: z.enum(['cta_url', 'button']),
  header: cardHeader,
  body: cardBody.optional(),
  action: z.union([
    linkAction,
    z.strictObject({
      buttons: z
        .array(z.union([quickReply, replyButton]))
        .min(1)
        .max(3),
    }),
  ]),
})

const productCard = z.strictObject({
  card_index: z.int().min(0),
  type: z.literal('product'),
  action: productAction,
})

/** Two to ten cards of one kind: all media with the same header and buttons, or all products of one catalog. */
const cards = z
  .array(z.discriminatedUnion('type', [mediaCard, productCard]))
  .min(2)
  .max(10)
  .superRefine((all, context) => {
    const positions = all.map((card) => card.card_index).sort((a, b) => a - b)
    if (positions.some((position, index) => position !== index))
      refuse(context, [], 'must be counted from 0.')
    if (new Set(all.map(kindOfCard)).size > 1) refuse(context, [], 'must all be of the same kind.')
  })

export const carousel = z.strictObject({
  type: z.literal('carousel'),
  body: body(),
  action: z.strictObject({ cards }),
})

function kindOfCard(card: z.infer<typeof mediaCard> | z.infer<typeof productCard>): string {
  if (card.type === 'product') return `product of ${card.action.catalog_id}`
  const buttons = 'buttons' in card.action ? card.action.buttons.map((button) => button.type).join() : 'link'
  return `${card.header.type} with ${buttons}`
}
