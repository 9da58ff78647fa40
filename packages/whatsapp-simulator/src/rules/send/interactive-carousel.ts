import { z } from 'zod'
import { replyButton } from './interactive-answers.ts'
import { body, cardHeader } from './interactive-frame.ts'
import { productAction } from './interactive-products.ts'
import { linkAction } from './interactive-requests.ts'
import { limitedText, refuse, refuseRepeated } from './parts.ts'

const MAX_LINE_BREAKS = 2

const quickReply = z.strictObject({
  type: z.literal('quick_reply'),
  quick_reply: z.strictObject({ id: limitedText(256), title: limitedText(20) }),
})

const cardBody = z
  .strictObject({ text: limitedText(160) })
  .refine(({ text }) => text.split('\n').length - 1 <= MAX_LINE_BREAKS)

const answers = z.strictObject({
  buttons: z
    .array(z.union([quickReply, replyButton]))
    .min(1)
    .max(3)
    .superRefine((buttons, context) => {
      const said = buttons.map((button) => ('reply' in button ? button.reply : button.quick_reply))
      for (const part of ['title', 'id'] as const) {
        refuseRepeated(
          context,
          [],
          said.map((one) => one[part]),
        )
      }
    }),
})

const aroundAction = { card_index: z.int().min(0), header: cardHeader, body: cardBody.optional() }

/** Meta writes `cta_url` for cards with quick replies too; a card of type `button` has no link. */
const mediaCard = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('cta_url'), ...aroundAction, action: z.union([linkAction, answers]) }),
  z.strictObject({ type: z.literal('button'), ...aroundAction, action: answers }),
])

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
  return `${card.type} of ${card.header.type} with ${buttons}`
}
