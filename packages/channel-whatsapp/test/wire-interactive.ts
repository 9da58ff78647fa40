import {
  body,
  button,
  cardIndex,
  closed,
  footer,
  framed,
  interactive,
  link,
  listOf,
  mediaHeaders,
  only,
  product,
  type Schema,
  sections,
  text,
  textHeader,
  thumbnail,
} from './wire-parts.ts'

const mediaCard = (action: Schema) =>
  closed({
    card_index: cardIndex,
    type: only('cta_url'),
    header: { oneOf: [mediaHeaders.image, mediaHeaders.video] },
    'body?': body(160),
    action,
  })
const quickReplies = closed({
  buttons: listOf(closed({ type: only('quick_reply'), quick_reply: button }), 1, 3),
})
const productCard = closed({ card_index: cardIndex, type: only('product'), action: product })
const carousel = (card: Schema) =>
  interactive('carousel', { body: body() }, closed({ cards: listOf(card, 2, 10) }))

const flowAction: Schema = {
  oneOf: [
    { required: ['flow_id'], not: { required: ['flow_name'] } },
    { required: ['flow_name'], not: { required: ['flow_id'] } },
  ],
  ...closed({
    flow_message_version: only('3'),
    'flow_id?': text(),
    'flow_name?': text(),
    flow_cta: text(30),
    'flow_token?': text(),
    'mode?': { enum: ['draft', 'published'] },
    flow_action: { enum: ['navigate', 'data_exchange'] },
    'flow_action_payload?': closed({ screen: text(), 'data?': { type: 'object', minProperties: 1 } }),
  }),
}

const asked = (type: string, action: string) =>
  interactive(type, { body: body() }, closed({ name: only(action) }))

/** Of each kind of interactive message. */
export const interactiveSchemas: Schema[] = [
  interactive(
    'button',
    framed,
    closed({ buttons: listOf(closed({ type: only('reply'), reply: button }), 1, 3) }),
  ),
  interactive(
    'list',
    { 'header?': textHeader, body: body(4096), 'footer?': footer },
    closed({
      button: text(20),
      sections: listOf(
        closed({
          'title?': text(24),
          rows: listOf(closed({ id: text(200), title: text(24), 'description?': text(72) }), 1, 10),
        }),
        1,
        10,
      ),
    }),
  ),
  interactive('cta_url', framed, link),
  interactive('product', { 'body?': body(), 'footer?': footer }, product),
  interactive(
    'product_list',
    { header: textHeader, body: body(), 'footer?': footer },
    closed({ catalog_id: text(), sections }),
  ),
  interactive(
    'catalog_message',
    { body: body(), 'footer?': footer },
    closed({ name: only('catalog_message'), 'parameters?': thumbnail }),
  ),
  interactive('flow', framed, closed({ name: only('flow'), parameters: flowAction })),
  interactive(
    'voice_call',
    { body: body() },
    closed({
      name: only('voice_call'),
      'parameters?': closed({
        'display_text?': text(20),
        'ttl_minutes?': { type: 'integer', minimum: 1, maximum: 43_200 },
        'payload?': text(),
      }),
    }),
  ),
  asked('location_request_message', 'send_location'),
  asked('request_contact_info', 'request_contact_info'),
  asked('call_permission_request', 'call_permission_request'),
  carousel(mediaCard(link)),
  carousel(mediaCard(quickReplies)),
  carousel(productCard),
]
