import {
  type OutboundContent,
  outboundRequest,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/content/message-content'
import { templateRequest } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/template'

const file = { link: 'https://shop.example/one.jpg' }
const frame = {
  header: { type: 'text', text: 'Your order' },
  body: 'What shall we do?',
  footer: 'Acme Outdoor',
}
const button = (id: string) => ({ id, title: `Choose ${id}` })
const card = (action: unknown) => ({ header: { type: 'image', media: file }, body: 'One\nline', action })
const link = { type: 'url', label: 'Open', url: 'https://shop.example/' }
const replies = { type: 'reply_buttons', buttons: [button('a'), button('b')] }

/** Content that the hub takes and Meta too: every kind, with all that it can have and with the least. */
const requests: Record<string, unknown> = {
  text: { type: 'text', text: 'Hello 👋' },
  'text without preview': { type: 'text', text: 'https://a.example', hasLinkPreview: false },
  image: { type: 'image', media: file, caption: 'A tent' },
  'image by id': { type: 'image', media: { id: '1234' } },
  video: { type: 'video', media: file, caption: 'How to pitch it' },
  audio: { type: 'audio', media: { id: '1234' } },
  'voice note': { type: 'audio', media: { id: '1234' }, isVoice: true },
  document: { type: 'document', media: file, caption: 'Invoice', filename: 'invoice.pdf' },
  sticker: { type: 'sticker', media: { id: '1234' } },
  location: { type: 'location', latitude: 52.23, longitude: 21.01, name: 'Shop', address: 'Street 1' },
  'bare location': { type: 'location', latitude: 0, longitude: 0 },
  contacts: {
    type: 'contacts',
    contacts: [
      {
        name: {
          formattedName: 'Dr. Maria Nowak',
          firstName: 'Maria',
          lastName: 'Nowak',
          middleName: 'A.',
          prefix: 'Dr.',
          suffix: 'MD',
        },
        birthday: '1990-12-31',
        phones: [
          { phone: '+48 601 234 567', type: 'Mobile', userId: '48601234567' },
          { phone: '+48 22 1', userId: 'PL.1' },
        ],
        emails: [{ email: 'maria@example.com', type: 'Work' }],
        urls: [{ url: 'https://example.com', type: 'Work' }],
        addresses: [
          {
            street: 'Street 1',
            city: 'Warsaw',
            state: 'MZ',
            zip: '00-001',
            country: 'Poland',
            countryCode: 'PL',
            type: 'Home',
          },
        ],
        organization: { company: 'Acme', department: 'Sales', title: 'Lead' },
      },
      { name: { formattedName: 'Acme', firstName: 'Acme' } },
    ],
  },
  'reply buttons': {
    ...frame,
    kind: 'reply_buttons',
    buttons: [button('a'), button('b'), button('c')],
  },
  'reply buttons under a document': {
    ...frame,
    kind: 'reply_buttons',
    header: { type: 'document', media: { id: '1' }, filename: 'invoice.pdf' },
    buttons: [button('a')],
  },
  list: {
    ...frame,
    kind: 'list',
    label: 'Show',
    sections: [
      { title: 'Tents', rows: [{ id: '1', title: 'Small', description: 'For one' }] },
      { title: 'Mats', rows: [{ id: '2', title: 'Thin' }] },
    ],
  },
  'list of one section': {
    kind: 'list',
    body: 'x',
    label: 'Show',
    sections: [{ rows: Array.from({ length: 10 }, (_, id) => ({ id: `${id}`, title: 'Row' })) }],
  },
  link: { ...frame, kind: 'cta_url', label: 'Open', url: 'https://shop.example/' },
  'call button': { kind: 'call_button', body: 'Call us', label: 'Call', ttlMinutes: 60, payload: 'order 7' },
  'bare call button': { kind: 'call_button', body: 'Call us' },
  product: { kind: 'product', body: 'Look', footer: 'Acme', catalogId: '1', productId: 'tent' },
  'bare product': { kind: 'product', catalogId: '1', productId: 'tent' },
  products: {
    ...frame,
    kind: 'product_list',
    catalogId: '1',
    sections: [
      { title: 'Tents', productIds: ['t1', 't2'] },
      { title: 'Mats', productIds: ['m1'] },
    ],
  },
  catalog: { kind: 'catalog', body: 'All we have', footer: 'Acme', thumbnailProductId: 'tent' },
  'bare catalog': { kind: 'catalog', body: 'All we have' },
  form: {
    ...frame,
    kind: 'form',
    form: { id: '1234' },
    label: 'Book a visit',
    token: 't',
    open: { screen: 'FIRST', data: { name: 'Maria' } },
  },
  'form by name': { kind: 'form', body: 'x', form: { name: 'visit' }, label: 'Book', isDraft: true },
  'request for a location': { kind: 'location_request', body: 'Where are you?' },
  'request for contact details': { kind: 'contact_info_request', body: 'Who are you?' },
  'request to call': { kind: 'call_permission_request', body: 'May we call?' },
  'carousel of links': { kind: 'carousel', body: 'Look', cards: [card(link), card(link)] },
  'carousel of replies': { kind: 'carousel', body: 'Look', cards: [card(replies), card(replies)] },
  'carousel of products': {
    kind: 'product_carousel',
    body: 'Look',
    catalogId: '1',
    productIds: ['t1', 't2'],
  },
}

const template = {
  ...templateRequest.parse({
    type: 'template',
    name: 'autumn',
    language: 'en_US',
    parameters: {
      body: {
        '2': { type: 'currency', fallback: '€7', currency: 'EUR', amount1000: 7000 },
        '1': 'Maria',
        '3': { type: 'date_time', fallback: 'Monday' },
      },
      headerObject: { type: 'document', media: file, filename: 'catalogue.pdf' },
      buttons: [
        { type: 'quick_reply', index: 0, payload: 'yes' },
        { type: 'url', index: 1, suffix: 'maria' },
        { type: 'copy_code', index: 2, code: 'AUTUMN' },
        { type: 'flow', index: 3, token: 't', data: { a: 1 } },
        { type: 'catalog', index: 4, thumbnailProductId: 'tent' },
        {
          type: 'products',
          index: 5,
          thumbnailProductId: 'tent',
          sections: [{ title: 'Tents', productIds: ['t1'] }],
        },
        { type: 'call', index: 6, ttlMinutes: 60, payload: 'p' },
      ],
      offerExpiresAt: '2040-12-01T12:00:00Z',
      cards: [
        { headerObject: { type: 'product', catalogId: '1', productId: 't1' }, body: { name: 'Small' } },
        { headerObject: { type: 'location', latitude: 1, longitude: 2 } },
      ],
    },
  }),
  rendered: { body: 'x', buttons: [] },
}

const sent = Object.entries(requests).map(([name, request]): [string, OutboundContent] => {
  const typed = 'type' in (request as object) ? request : { type: 'interactive', ...(request as object) }
  return [name, outboundRequest.parse(typed) as OutboundContent]
})

export const SAMPLES: [string, OutboundContent][] = [
  ...sent,
  ['reaction', { type: 'reaction', targetExternalId: 'wamid.1', emoji: '👍🏽' }],
  ['reaction taken back', { type: 'reaction', targetExternalId: 'wamid.1', emoji: null }],
  ['template', template],
  ['plain template', { ...template, parameters: {} }],
]
