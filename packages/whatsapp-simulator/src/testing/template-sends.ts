import { SAMPLE_LINKS, STAND_INS } from './stand-ins.ts'

type Component = Record<string, unknown>

const text = (value: string) => ({ type: 'text', text: value })
const image = { type: 'image', image: { link: `${SAMPLE_LINKS}/photo` } }
const header = (parameter: Component) => ({ type: 'header', parameters: [parameter] })
const body = (...values: string[]) => ({ type: 'body', parameters: values.map(text) })

export const button = (sub_type: string, index: string | number, parameter: Component) => ({
  type: 'button',
  sub_type,
  index,
  parameters: [parameter],
})

const card = (card_index: number) => ({
  card_index,
  components: [
    header(image),
    body('two'),
    button('quick_reply', 0, { type: 'payload', payload: 'more' }),
    button('url', 1, text('tent')),
  ],
})

/** For each template of the default accounts the components it is sent with. */
export const templateSends: Record<string, Component[]> = {
  order_update: [
    {
      type: 'body',
      parameters: [
        text('Maria'),
        { type: 'currency', currency: { fallback_value: '€7', code: 'EUR', amount_1000: 7000 } },
      ],
    },
  ],
  welcome_back: [
    { type: 'BODY', parameters: [{ ...text('Maria'), parameter_name: 'first_name' }] },
    button('QUICK_REPLY', 1, { type: 'payload', payload: 'no' }),
  ],
  appointment_reminder: [],
  new_collection: [header(image), body('Maria'), button('url', '0', text('tents'))],
  invoice_ready: [
    header({ type: 'document', document: { id: STAND_INS.document, filename: 'invoice.pdf' } }),
    body('INV-7'),
  ],
  pickup_point: [
    header({
      type: 'location',
      location: { latitude: 52.2, longitude: 21, name: 'Kiosk', address: 'Main Street 1' },
    }),
  ],
  coupon_for_you: [button('copy_code', 0, { type: 'coupon_code', coupon_code: 'SAVE15' })],
  weekend_offer: [
    header(image),
    {
      type: 'limited_time_offer',
      parameters: [
        { type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: 1_800_000_000_000 } },
      ],
    },
    button('copy_code', 0, { type: 'coupon_code', coupon_code: 'WEEKEND' }),
  ],
  two_favourites: [body('Maria'), { type: 'carousel', cards: [card(0), card(1)] }],
  browse_catalog: [
    button('CATALOG', 0, { type: 'action', action: { thumbnail_product_retailer_id: 'tent-1' } }),
  ],
  picked_for_you: [
    body('Maria'),
    button('mpm', 0, {
      type: 'action',
      action: {
        thumbnail_product_retailer_id: 'tent-1',
        sections: [{ title: 'Tents', product_items: [{ product_retailer_id: 'tent-1' }] }],
      },
    }),
  ],
  book_a_fitting: [
    button('flow', 0, { type: 'action', action: { flow_token: 't', flow_action_data: { day: 'Monday' } } }),
  ],
  call_us_back: [button('voice_call', 0, { type: 'ttl_minutes', ttl_minutes: 60 })],
  sign_in_code: [body('123456'), button('url', '0', text('123456'))],
}

export function templateSend(name: string, components: unknown = templateSends[name]) {
  return { type: 'template', template: { name, language: { code: 'en_US' }, components } }
}
