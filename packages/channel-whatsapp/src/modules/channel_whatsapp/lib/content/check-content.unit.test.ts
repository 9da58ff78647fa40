import type { OutboundContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/message-content'
import { ChannelError } from '@open-mercato/communication-channels/modules/communication_channels/lib/errors'
import { SAMPLES } from '../../../../../test/samples.ts'
import { checkContent } from './check-content.ts'

const sample = (name: string) => SAMPLES.find(([one]) => one === name)![1] as Record<string, unknown>
const long = (length: number) => 'x'.repeat(length)
const button = (id: string, title = id) => ({ id, title })
const row = (id: string, more: object = {}) => ({ id, title: 'Row', ...more })
const image = { header: { type: 'image', media: { id: '1' } } }
const linkCard = { ...image, action: { type: 'url', label: 'Open', url: 'https://a.example' } }
const replyCard = (...ids: string[]) => ({
  ...image,
  action: { type: 'reply_buttons', buttons: ids.map((id) => button(id)) },
})

function fieldErrorsOf(content: unknown): Record<string, string> {
  try {
    checkContent(content as OutboundContent)
  } catch (error) {
    expect(error).toBeInstanceOf(ChannelError)
    expect(error).toMatchObject({ status: 422, code: 'content_invalid' })
    return (error as ChannelError & { body: { fieldErrors: Record<string, string> } }).body.fieldErrors
  }
  return {}
}

it.each(SAMPLES)('%s may leave', (_, content) => {
  expect(fieldErrorsOf(content)).toEqual({})
})

it.each<[string, string, object, string, RegExp]>([
  ['text that is too long', 'text', { text: long(4097) }, 'text', /4096.*4097/],
  ['a caption', 'image', { caption: long(1025) }, 'caption', /1024/],
  ['a file from nowhere', 'video', { media: {} }, 'media', /id.*link/],
  [
    'a file from two places',
    'document',
    { media: { id: '1', link: 'https://a.example' } },
    'media',
    /either/,
  ],
  ['a place beyond the pole', 'location', { latitude: 91 }, 'latitude', /90/],
  ['a place beyond the date line', 'location', { longitude: -181 }, 'longitude', /-180/],
  ['no cards', 'contacts', { contacts: [] }, 'contacts', /at least 1/],
  [
    'too many cards',
    'contacts',
    { contacts: Array.from({ length: 258 }, () => ({ name: { formattedName: 'x' } })) },
    'contacts',
    /257/,
  ],
  [
    'a card without a name',
    'contacts',
    { contacts: [{ name: { formattedName: '' } }] },
    'contacts.0.name.formattedName',
    /empty/,
  ],
  ['a reaction of two emoji', 'reaction', { emoji: '👍👍' }, 'emoji', /one emoji/],
  ['a reaction in words', 'reaction', { emoji: 'ok' }, 'emoji', /one emoji/],
  ['a reaction by a digit', 'reaction', { emoji: '1' }, 'emoji', /one emoji/],

  ['a long header', 'reply buttons', { header: { type: 'text', text: long(61) } }, 'header.text', /60/],
  ['a long body', 'reply buttons', { body: long(1025) }, 'body', /1024/],
  ['a long footer', 'reply buttons', { footer: long(61) }, 'footer', /60/],
  [
    'a fourth button',
    'reply buttons',
    { buttons: ['a', 'b', 'c', 'd'].map((id) => button(id)) },
    'buttons',
    /3/,
  ],
  ['a long button', 'reply buttons', { buttons: [button('a', long(21))] }, 'buttons.0.title', /20/],
  [
    'two buttons that read alike',
    'reply buttons',
    { buttons: [button('a', 'x'), button('b', 'x')] },
    'buttons.1.title',
    /twice/,
  ],
  [
    'two buttons of one id',
    'reply buttons',
    { buttons: [button('a', 'x'), button('a', 'y')] },
    'buttons.1.id',
    /twice/,
  ],

  ['a long list body', 'list', { body: long(4097) }, 'body', /4096/],
  ['a long list button', 'list', { label: long(21) }, 'label', /20/],
  [
    'two sections, one untitled',
    'list',
    { sections: [{ title: 'A', rows: [row('1')] }, { rows: [row('2')] }] },
    'sections.1.title',
    /needs a title/,
  ],
  [
    'a long section title',
    'list',
    { sections: [{ title: long(25), rows: [row('1')] }] },
    'sections.0.title',
    /24/,
  ],
  [
    'an eleventh row in another section',
    'list',
    {
      sections: [
        { title: 'A', rows: Array.from({ length: 10 }, (_, id) => row(`${id}`)) },
        { title: 'B', rows: [row('x')] },
      ],
    },
    'sections',
    /10 rows.*11/,
  ],
  ['a long row id', 'list', { sections: [{ rows: [row(long(201))] }] }, 'sections.0.rows.0.id', /200/],
  [
    'a long row title',
    'list',
    { sections: [{ rows: [row('1', { title: long(25) })] }] },
    'sections.0.rows.0.title',
    /24/,
  ],
  [
    'a long row description',
    'list',
    { sections: [{ rows: [row('1', { description: long(73) })] }] },
    'sections.0.rows.0.description',
    /72/,
  ],
  [
    'two rows of one id',
    'list',
    { sections: [{ rows: [row('1'), row('1')] }] },
    'sections.0.rows.1.id',
    /twice/,
  ],

  ['a long link button', 'link', { label: long(21) }, 'label', /20/],
  ['a long call button', 'call button', { label: long(21) }, 'label', /20/],
  ['a call button for too long', 'call button', { ttlMinutes: 43_201 }, 'ttlMinutes', /43200/],
  ['a long text to a product', 'product', { body: long(1025) }, 'body', /1024/],
  [
    'thirty-one products',
    'products',
    {
      sections: [
        { title: 'A', productIds: Array.from({ length: 30 }, String) },
        { title: 'B', productIds: ['x'] },
      ],
    },
    'sections',
    /30.*31/,
  ],
  [
    'product sections without titles',
    'products',
    { sections: [{ title: 'A', productIds: ['a'] }, { productIds: ['b'] }] },
    'sections.1.title',
    /needs a title/,
  ],
  [
    'a long header over products',
    'products',
    { header: { type: 'text', text: long(61) } },
    'header.text',
    /60/,
  ],
  ['a long text to a catalogue', 'catalog', { body: long(1025) }, 'body', /1024/],
  ['a long form button', 'form', { label: long(31) }, 'label', /30/],
  ['an emoji on a form button', 'form', { label: 'Go 🎉' }, 'label', /emoji/],
  ['a flag on a form button', 'form', { label: 'Go 🇵🇱' }, 'label', /emoji/],
  ['a form opened twice', 'form', { isOpenedByServer: true }, 'open', /Either/],
  ['a form with empty data', 'form', { open: { screen: 'A', data: {} } }, 'open.data', /at least one/],
  ['a long request for a location', 'request for a location', { body: long(1025) }, 'body', /1024/],
  ['a long request for contact details', 'request for contact details', { body: long(1025) }, 'body', /1024/],
  ['a long request to call', 'request to call', { body: long(1025) }, 'body', /1024/],

  ['one card', 'carousel of links', { cards: [linkCard] }, 'cards', /at least 2/],
  ['eleven cards', 'carousel of links', { cards: Array.from({ length: 11 }, () => linkCard) }, 'cards', /10/],
  [
    'a long card',
    'carousel of links',
    { cards: [{ ...linkCard, body: long(161) }, linkCard] },
    'cards.0.body',
    /160/,
  ],
  [
    'a card of four lines',
    'carousel of links',
    { cards: [linkCard, { ...linkCard, body: 'a\nb\nc\nd' }] },
    'cards.1.body',
    /2 line breaks/,
  ],
  [
    'a picture beside a video',
    'carousel of links',
    { cards: [linkCard, { ...linkCard, header: { type: 'video', media: { id: '2' } } }] },
    'cards.1.header',
    /same kind of header/,
  ],
  [
    'a link beside buttons',
    'carousel of links',
    { cards: [linkCard, replyCard('a')] },
    'cards.1.action',
    /same kind and number/,
  ],
  [
    'one button beside two',
    'carousel of replies',
    { cards: [replyCard('a', 'b'), replyCard('a')] },
    'cards.1.action',
    /same kind and number/,
  ],
  [
    'a long button on a card',
    'carousel of replies',
    { cards: [replyCard('a'), replyCard(long(21))] },
    'cards.1.action.buttons.0.title',
    /20/,
  ],
  ['one product to swipe', 'carousel of products', { productIds: ['a'] }, 'productIds', /at least 2/],
])('refuses %s by its field', (_, name, change, field, sentence) => {
  const errors = fieldErrorsOf({ ...sample(name), ...change })
  expect(Object.keys(errors)).toEqual([`content.${field}`])
  expect(errors[`content.${field}`]).toMatch(sentence)
})

it('counts an emoji as one character', () => {
  expect(fieldErrorsOf({ ...sample('reply buttons'), buttons: [button('a', '🎉'.repeat(20))] })).toEqual({})
})

it.each(['❤', '❤️', '👨‍👩‍👧‍👦', '🇵🇱', '1️⃣'])('takes %s as one emoji', (emoji) => {
  expect(fieldErrorsOf({ ...sample('reaction'), emoji })).toEqual({})
})
