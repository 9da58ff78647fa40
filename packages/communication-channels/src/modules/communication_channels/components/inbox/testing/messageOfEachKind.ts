import type { InteractiveContent, Message, MessageContent } from '../model/message.ts'
import { message } from './fakeHub.ts'

const asked = { type: 'interactive', body: 'How may we help?' } as const

const interactive: [InteractiveContent, string[]][] = [
  [
    {
      ...asked,
      kind: 'reply_buttons',
      header: { type: 'document', media: { id: '1' }, filename: 'prices.pdf' },
      footer: 'Until six',
      buttons: [{ id: 'a', title: 'Track it' }],
    },
    ['How may we help?', 'prices.pdf', 'Until six', 'Track it'],
  ],
  [
    {
      ...asked,
      kind: 'list',
      header: { type: 'text', text: 'Delivery' },
      label: 'Choose a slot',
      sections: [{ title: 'Monday', rows: [{ id: 'm', title: 'Morning', description: '8 to 12' }] }],
    },
    ['Delivery', 'Choose a slot', 'Monday', 'Morning', '8 to 12'],
  ],
  [{ ...asked, kind: 'cta_url', label: 'See the tent', url: 'https://acme.example/tent' }, ['See the tent']],
  [{ ...asked, kind: 'call_button' }, ['Call']],
  [{ type: 'interactive', kind: 'product', catalogId: 'c', productId: 'tent-2' }, ['tent-2', 'View product']],
  [
    {
      ...asked,
      kind: 'product_list',
      header: { type: 'text', text: 'Tents' },
      catalogId: 'c',
      sections: [{ title: 'For two', productIds: ['tent-3'] }],
    },
    ['Tents', 'For two', 'tent-3'],
  ],
  [{ ...asked, kind: 'catalog' }, ['View catalogue']],
  [{ ...asked, kind: 'form', form: { id: '1' }, label: 'Book a fitting' }, ['Book a fitting']],
  [{ ...asked, kind: 'location_request' }, ['Send location']],
  [{ ...asked, kind: 'contact_info_request' }, ['Share contact details']],
  [{ ...asked, kind: 'call_permission_request' }, ['Allow calls']],
  [
    {
      ...asked,
      kind: 'carousel',
      cards: ['Red tent', 'Blue tent', 'Green tent'].map((body) => ({
        header: { type: 'image', media: { id: '1' } },
        body,
        action: { type: 'url', label: `Buy the ${body}`, url: 'https://acme.example/buy' },
      })),
    },
    ['Red tent', 'Blue tent', 'Buy the Red tent'],
  ],
  [
    { ...asked, kind: 'product_carousel', catalogId: 'c', productIds: ['mug-1', 'mug-2'] },
    ['mug-1', 'mug-2'],
  ],
]

const said: [MessageContent, string[]][] = [
  [{ type: 'text', text: 'Hello there' }, ['Hello there']],
  [{ type: 'image', media: { id: '1', mimeType: 'image/jpeg' }, caption: 'My tent' }, ['Picture', 'My tent']],
  [{ type: 'video', media: { id: '1' }, isAnimated: true }, ['Animation']],
  [
    { type: 'audio', media: { id: '1', mimeType: 'audio/ogg; codecs=opus' }, isVoice: true },
    ['Voice message'],
  ],
  [{ type: 'document', media: { id: '1' }, filename: 'invoice.pdf' }, ['invoice.pdf', 'Document']],
  [{ type: 'sticker', media: { id: '1' } }, ['Sticker']],
  [
    { type: 'location', latitude: 52.2297, longitude: 21.0122, name: 'Old Town', address: 'Rynek 1' },
    ['Old Town', 'Rynek 1', '52.22970, 21.01220', 'Open on a map'],
  ],
  [
    {
      type: 'contacts',
      contacts: ['Ola', 'Jan', 'Ewa'].map((name) => ({
        name: { formattedName: name },
        organization: { company: `${name} & Co` },
        phones: [{ phone: `+48 601 000 00${name.length}`, type: 'WORK' }],
        emails: [{ email: `${name}@shop.example` }],
      })),
    },
    ['Ola', 'Ola & Co', 'Ola@shop.example', 'More cards: 1', 'Ewa'],
  ],
  [{ type: 'reply', kind: 'list', id: 'm', title: 'Monday', description: '8 to 12' }, ['Monday', '8 to 12']],
  [
    {
      type: 'form_answer',
      name: 'flow',
      text: 'Sent',
      token: null,
      raw: null,
      values: { first_name: 'Maria', sizes: ['S', 'M'], wants_news: true, address: { city: 'Gdynia' } },
    },
    ['Filled-in form', 'First name', 'Maria', 'S, M', 'Yes', 'City', 'Gdynia'],
  ],
  [
    { type: 'form_answer', name: 'flow', text: null, token: null, values: null, raw: '{broken' },
    [/could not be read/.source, '{broken'],
  ],
  [
    { type: 'call_permission', isGranted: true, isPermanent: true, expiresAt: null, isAutomatic: false },
    ['We may call', 'Without a time limit.'],
  ],
  [
    {
      type: 'order',
      catalogId: 'c',
      text: 'By Friday, please',
      items: [
        { productId: 'tent-2', quantity: 2, unitPrice: '349.5', currency: 'PLN', lineTotal: '699' },
        { productId: 'mug-1', quantity: 1, unitPrice: null, currency: null, lineTotal: null },
      ],
      totals: null,
    },
    ['tent-2', '2 × PLN 349.50', 'PLN 699.00', '1 × —', 'By Friday, please'],
  ],
  [{ type: 'revoked' }, ['This message was withdrawn']],
  [{ type: 'reaction', targetExternalId: 'x', emoji: '👍' }, ['👍', 'to a message that is not here']],
  [
    { type: 'edit', targetExternalId: 'x', content: { type: 'text', text: 'Tuesday' } },
    ['Changed a message that is not here', 'Tuesday'],
  ],
  [{ type: 'revoke', targetExternalId: 'x' }, ['Withdrew a message that is not here']],
  [{ type: 'unsupported', kind: 'poll', reason: null, text: 'Which colour?' }, ['poll', 'Which colour?']],
  [
    { type: 'system', kind: 'phone_changed', text: null, previous: '+48601', current: '+48602' },
    ['from +48601 to +48602'],
  ],
  [
    { type: 'system', kind: 'other', text: 'The group was closed', previous: null, current: null },
    ['The group was closed'],
  ],
]

const template: [MessageContent, string[]] = [
  {
    type: 'template',
    name: 'sale',
    language: 'en',
    parameters: {
      headerObject: { type: 'image', media: { id: '1' } },
      cards: [{}, { headerObject: { type: 'video', media: { id: '2' } } }],
    },
    rendered: {
      body: 'Summer sale',
      footer: 'Stop anytime',
      buttons: ['Show me'],
      cards: [
        { body: 'Card one', buttons: ['Buy one'] },
        { body: 'Card two', buttons: ['Buy two'] },
      ],
    },
  },
  ['Picture', 'Summer sale', 'Stop anytime', 'Show me', 'Card one', 'Buy two', 'Video'],
]

type Sample = { name: string; message: Message; words: string[] }

const sample =
  (direction: Message['direction']) =>
  ([content, words]: [MessageContent, string[]], index: number): Sample => ({
    name: 'kind' in content ? `${content.type} ${content.kind}` : content.type,
    message: message({
      id: `${direction}-${index}`,
      direction,
      content,
      status: direction === 'outbound' ? 'read' : null,
    }),
    words,
  })

/** A message of every kind, and words that a person finds on it. */
export const messageOfEachKind: Sample[] = [
  ...said.map(sample('inbound')),
  ...[template, ...interactive].map(sample('outbound')),
]
