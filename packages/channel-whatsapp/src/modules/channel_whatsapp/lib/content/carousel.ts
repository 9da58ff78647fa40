import { z } from 'zod'
import type { ContentKind, Interactive } from './content-kind.ts'
import { bodyText, buttonLabel, wireFrame, wireHeader } from './interactive-frame.ts'
import { countOf, refuse, words } from './limits.ts'
import { wireLink } from './links-and-calls.ts'
import { wireProduct } from './products.ts'
import { answerButtons } from './reply-buttons.ts'

const MAX_LINE_BREAKS = 2

const cardText = words('The text of a card', 160).refine(
  (text) => text.split('\n').length - 1 <= MAX_LINE_BREAKS,
  `The text of a card may have ${MAX_LINE_BREAKS} line breaks at most.`,
)

const action = z.discriminatedUnion('type', [
  z.object({ type: z.literal('url'), label: buttonLabel }),
  z.object({ type: z.literal('reply_buttons'), buttons: answerButtons(3) }),
])

const card = z.object({ header: z.object({ type: z.string() }), body: cardText.optional(), action })

/**
 * Cards that are swiped through. They look alike: the same kind of header, and the same buttons.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-media-carousel-messages
 */
export const carousel: ContentKind<Interactive<'carousel'>> = {
  limits: z.object({
    body: bodyText(),
    cards: countOf(card, 'cards', 2, 10).superRefine((cards, context) => {
      const [first, ...others] = cards
      others.forEach((one, index) => {
        const at = index + 1
        if (one.header.type !== first?.header.type)
          refuse(context, [at, 'header'], 'All cards need the same kind of header.')
        if (first && buttonsOf(one) !== buttonsOf(first))
          refuse(context, [at, 'action'], 'All cards need the same kind and number of buttons.')
      })
    }),
  }),
  wire: (content) => ({
    type: 'carousel',
    ...wireFrame({ body: content.body }),
    action: { cards: content.cards.map(wireCard) },
  }),
}

function buttonsOf({ action }: z.infer<typeof card>): string {
  return action.type === 'url' ? 'url' : `reply_buttons ${action.buttons.length}`
}

/** Meta wants `cta_url` as the type of every card of media, whichever buttons it has. */
function wireCard({ header, body, action }: Interactive<'carousel'>['cards'][number], index: number) {
  return {
    card_index: index,
    type: 'cta_url',
    header: wireHeader(header),
    ...(body ? { body: { text: body } } : {}),
    action: action.type === 'url' ? wireLink(action) : { buttons: action.buttons.map(wireQuickReply) },
  }
}

function wireQuickReply({ id, title }: { id: string; title: string }) {
  return { type: 'quick_reply', quick_reply: { id, title } }
}

export const productCarousel: ContentKind<Interactive<'product_carousel'>> = {
  limits: z.object({ body: bodyText(), productIds: countOf(z.string(), 'products', 2, 10) }),
  wire: ({ body, catalogId, productIds }) => ({
    type: 'carousel',
    ...wireFrame({ body }),
    action: {
      cards: productIds.map((productId, index) => ({
        card_index: index,
        type: 'product',
        action: wireProduct({ catalogId, productId }),
      })),
    },
  }),
}
