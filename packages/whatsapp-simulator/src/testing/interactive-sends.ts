import { SAMPLE_LINKS } from './stand-ins.ts'

const body = { text: 'Choose one' }
const footer = { text: 'Acme' }
const textHeader = { type: 'text', text: 'Shop' }
const imageHeader = { type: 'image', image: { link: `${SAMPLE_LINKS}/photo` } }
const link = { name: 'cta_url', parameters: { display_text: 'Open', url: 'https://example.com/shop' } }
const items = [{ product_retailer_id: 'tent-1' }, { product_retailer_id: 'tent-2' }]
const amount = { value: 1500, offset: 100 }

const interactive: Record<string, Record<string, unknown>> = {
  button: {
    header: imageHeader,
    body,
    footer,
    action: {
      buttons: ['Yes', 'No', 'Later'].map((title) => ({ type: 'reply', reply: { id: title, title } })),
    },
  },
  list: {
    header: textHeader,
    body: { text: 'x'.repeat(4096) },
    footer,
    action: {
      button: 'Show all',
      sections: [
        { title: 'Tents', rows: [{ id: 't1', title: 'Small', description: 'For one' }] },
        { title: 'Bags', rows: [{ id: 'b1', title: 'Small' }] },
      ],
    },
  },
  cta_url: { header: textHeader, body, footer, action: link },
  location_request_message: { body, action: { name: 'send_location' } },
  flow: {
    header: textHeader,
    body,
    footer,
    action: {
      name: 'flow',
      parameters: {
        flow_message_version: '3',
        flow_id: '510000000000001',
        flow_cta: 'Book',
        flow_token: 'token',
        mode: 'published',
        flow_action: 'navigate',
        flow_action_payload: { screen: 'TIMES', data: { day: 'Monday' } },
      },
    },
  },
  'flow by name': {
    body,
    action: {
      name: 'flow',
      parameters: { flow_message_version: '3', flow_name: 'Booking', flow_cta: 'Book' },
    },
  },
  product: { body, footer, action: { catalog_id: '77', product_retailer_id: 'tent-1' } },
  product_list: {
    header: textHeader,
    body,
    footer,
    action: {
      catalog_id: '77',
      sections: [
        { title: 'Tents', product_items: items },
        { title: 'More', product_items: items },
      ],
    },
  },
  catalog_message: {
    body,
    footer,
    action: { name: 'catalog_message', parameters: { thumbnail_product_retailer_id: 'tent-1' } },
  },
  carousel: {
    body,
    action: {
      cards: [0, 1].map((card_index) => ({
        card_index,
        type: 'cta_url',
        header: imageHeader,
        body: { text: 'One\ntwo\nthree' },
        action: link,
      })),
    },
  },
  'carousel answers': {
    body,
    action: {
      cards: [0, 1].map((card_index) => ({
        card_index,
        type: 'cta_url',
        header: imageHeader,
        action: {
          buttons: ['More', 'Less'].map((title) => ({
            type: 'quick_reply',
            quick_reply: { id: title.toLowerCase(), title },
          })),
        },
      })),
    },
  },
  'carousel product': {
    body,
    action: {
      cards: items.map((item, card_index) => ({
        card_index,
        type: 'product',
        action: { catalog_id: '77', ...item },
      })),
    },
  },
  address_message: { body, action: { name: 'address_message', parameters: { country: 'IN' } } },
  call_permission_request: { body, action: { name: 'call_permission_request' } },
  voice_call: {
    body,
    action: { name: 'voice_call', parameters: { display_text: 'Call', ttl_minutes: 100, payload: 'p' } },
  },
  request_contact_info: { body, action: { name: 'request_contact_info' } },
  order_details: {
    body,
    action: {
      name: 'review_and_pay',
      parameters: {
        reference_id: 'order-7',
        type: 'physical-goods',
        currency: 'INR',
        total_amount: amount,
        order: { status: 'pending', items: [{ name: 'Tent', amount, quantity: 1 }], subtotal: amount },
      },
    },
  },
  order_status: {
    body,
    action: { name: 'review_order', parameters: { reference_id: 'order-7', order: { status: 'shipped' } } },
  },
}

/** One interactive message of every kind, each with as much as it may have. */
export const interactiveSends = Object.fromEntries(
  Object.entries(interactive).map(([name, rest]) => [
    name,
    { type: 'interactive', interactive: { type: name.split(' ')[0], ...rest } },
  ]),
)
