import {
  cardIndex,
  closed,
  listOf,
  location,
  mediaHeaders,
  only,
  product,
  type Schema,
  sections,
  text,
  thumbnail,
} from './wire-parts.ts'

const name = { 'parameter_name?': text() }
const value: Schema = {
  oneOf: [
    closed({ type: only('text'), ...name, text: text() }),
    closed({
      type: only('currency'),
      ...name,
      currency: closed({
        fallback_value: text(),
        code: { type: 'string', pattern: '^[A-Z]{3}$' },
        amount_1000: { type: 'integer' },
      }),
    }),
    closed({ type: only('date_time'), ...name, date_time: closed({ fallback_value: text() }) }),
  ],
}
const templateHeader: Schema = {
  oneOf: [
    closed({ type: only('text'), ...name, text: text(60) }),
    ...Object.values(mediaHeaders),
    closed({ type: only('location'), location }),
    closed({ type: only('product'), product }),
  ],
}

const index: Schema = { type: 'string', pattern: '^[0-9]$' }
const templateButton = (sub_type: string, ...parameters: Schema[]) =>
  closed({
    type: only('button'),
    sub_type: only(sub_type),
    index,
    'parameters?': { type: 'array', items: { anyOf: parameters }, minItems: 1, maxItems: parameters.length },
  })
const action = (content: Schema) => closed({ type: only('action'), action: content })

const parts: Schema[] = [
  closed({ type: only('header'), parameters: listOf(templateHeader, 1, 1) }),
  closed({ type: only('body'), parameters: { type: 'array', items: value, minItems: 1 } }),
  templateButton('quick_reply', closed({ type: only('payload'), payload: text(256) })),
  templateButton('url', closed({ type: only('text'), text: text(2000) })),
  templateButton('copy_code', closed({ type: only('coupon_code'), coupon_code: text(15) })),
  templateButton('flow', action(closed({ 'flow_token?': text(), 'flow_action_data?': { type: 'object' } }))),
  templateButton('catalog', action(thumbnail)),
  templateButton('mpm', action(closed({ thumbnail_product_retailer_id: text(), sections }))),
  templateButton(
    'voice_call',
    closed({ type: only('ttl_minutes'), ttl_minutes: { type: 'integer' } }),
    closed({ type: only('payload'), payload: text() }),
  ),
]

const offer = closed({
  type: only('limited_time_offer'),
  parameters: listOf(
    closed({
      type: only('limited_time_offer'),
      limited_time_offer: closed({ expiration_time_ms: { type: 'integer', minimum: 1 } }),
    }),
    1,
    1,
  ),
})
const templateCarousel = closed({
  type: only('carousel'),
  cards: listOf(
    closed({ card_index: cardIndex, components: { type: 'array', items: { oneOf: parts } } }),
    2,
    10,
  ),
})

/** Of the `template` object of a send. */
export const templateSchema = closed({
  name: text(512),
  language: closed({ code: text() }),
  'components?': { type: 'array', items: { oneOf: [...parts, offer, templateCarousel] } },
})
