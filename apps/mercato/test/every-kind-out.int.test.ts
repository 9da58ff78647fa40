import { randomUUID } from 'node:crypto'
import { customerWrites, outboundAtMeta, simulatorOf } from './support/customer.ts'
import { answerIn, receive, threadOf } from './support/inbox.ts'
import { sampleId, withRealMedia } from './support/media.ts'
import { change, MARIA, MARIA_AS_CONTACT, NOW } from './support/payloads.ts'
import { openShop, type Shop } from './support/shop.ts'

let shop: Shop
let conversationId: string
beforeAll(async () => {
  shop = await openShop()
  conversationId = await customerWrites(shop, 'maria')
})
afterAll(() => shop.close())

const post = (body: object) => answerIn(shop, conversationId, body)
const thread = () => threadOf(shop, conversationId)

const buttons = [
  { id: 'yes', title: 'Yes' },
  { id: 'no', title: 'No' },
]
const interactive = (kind: string, more: object) => ({ type: 'interactive', kind, body: 'Choose', ...more })
const photo = { id: sampleId('photo') }

describe('every kind of content goes out as Meta takes it, and shows in the thread as it was sent', () => {
  it.each<[string, Record<string, unknown>, object]>([
    ['text', { type: 'text', text: 'Hi' }, { type: 'text', body: 'Hi' }],
    [
      'a location',
      { type: 'location', latitude: 52.23, longitude: 21.01, name: 'Shop' },
      { type: 'location', payload: { latitude: 52.23, longitude: 21.01, name: 'Shop' } },
    ],
    [
      'a contact card',
      {
        type: 'contacts',
        contacts: [{ name: { formattedName: 'Ada', firstName: 'Ada' }, phones: [{ phone: '+48600000000' }] }],
      },
      { type: 'contacts' },
    ],
    ['a picture', { type: 'image', media: photo, caption: 'Tent' }, { type: 'image' }],
    ['a video', { type: 'video', media: { id: sampleId('video') } }, { type: 'video' }],
    ['a voice note', { type: 'audio', media: { id: sampleId('voice') }, isVoice: true }, { type: 'audio' }],
    [
      'a document',
      { type: 'document', media: { id: sampleId('document') }, filename: 'a.pdf' },
      { type: 'document' },
    ],
    ['a sticker', { type: 'sticker', media: { id: sampleId('sticker') } }, { type: 'sticker' }],
    [
      'reply buttons',
      interactive('reply_buttons', { buttons }),
      { type: 'interactive', payload: { type: 'button' } },
    ],
    [
      'a list',
      interactive('list', {
        label: 'Open',
        sections: [{ rows: [{ id: 'a', title: 'A', description: 'first' }] }],
      }),
      { type: 'interactive', payload: { type: 'list' } },
    ],
    [
      'a link button',
      interactive('cta_url', { label: 'Open', url: 'https://shop.example/' }),
      { type: 'interactive', payload: { type: 'cta_url' } },
    ],
    [
      'a call button',
      interactive('call_button', { label: 'Call' }),
      { type: 'interactive', payload: { type: 'voice_call' } },
    ],
    [
      'a product',
      interactive('product', { catalogId: '5', productId: 'TENT' }),
      { type: 'interactive', payload: { type: 'product' } },
    ],
    [
      'a product list',
      interactive('product_list', {
        header: { type: 'text', text: 'Tents' },
        catalogId: '5',
        sections: [{ title: 'All', productIds: ['TENT'] }],
      }),
      { type: 'interactive', payload: { type: 'product_list' } },
    ],
    ['a catalog', interactive('catalog', {}), { type: 'interactive', payload: { type: 'catalog_message' } }],
    [
      'a form',
      interactive('form', { form: { id: '77' }, label: 'Open', open: { screen: 'START' } }),
      { type: 'interactive', payload: { type: 'flow' } },
    ],
    [
      'a question for the location',
      interactive('location_request', {}),
      { type: 'interactive', payload: { type: 'location_request_message' } },
    ],
    [
      'a question for the number',
      interactive('contact_info_request', {}),
      { type: 'interactive', payload: { type: 'request_contact_info' } },
    ],
    [
      'a question for leave to call',
      interactive('call_permission_request', {}),
      { type: 'interactive', payload: { type: 'call_permission_request' } },
    ],
    [
      'a carousel of pictures',
      interactive('carousel', {
        cards: [1, 2].map((number) => ({
          header: { type: 'image', media: photo },
          body: `Card ${number}`,
          action: { type: 'url', label: 'See', url: 'https://shop.example/' },
        })),
      }),
      { type: 'interactive', payload: { type: 'carousel' } },
    ],
    [
      'a carousel of products',
      interactive('product_carousel', { catalogId: '5', productIds: ['TENT', 'MUG'] }),
      { type: 'interactive', payload: { type: 'carousel' } },
    ],
  ])('%s', async (_, given, atMeta) => {
    const content = await withRealMedia(shop, given)
    const { body } = await post({ content }).expect(202)
    await shop.drain()
    const sent = (await thread()).find((one: { id: string }) => one.id === body.message.id)
    expect(sent).toMatchObject({ origin: 'api', error: null, content })
    expect(['sent', 'delivered', 'read', 'played']).toContain(sent.status)
    expect((await outboundAtMeta(shop)).at(-1)).toMatchObject({ content: atMeta })
  })

  it('a reaction, on the message it is about, and taken back', async () => {
    const question = (await thread()).find((one: { direction: string }) => one.direction === 'inbound')
    const react = async (emoji: string) => {
      await post({ content: { type: 'reaction', messageId: question.id, emoji } }).expect(202)
      await shop.drain()
      return (await thread()).find((one: { id: string }) => one.id === question.id).reactions
    }
    expect(await react('👍')).toMatchObject([
      { direction: 'outbound', emoji: '👍', author: { name: 'Emil Employee' } },
    ])
    expect((await outboundAtMeta(shop)).at(-1)).toMatchObject({ content: { type: 'reaction' } })
    expect(await react('')).toEqual([])
  })

  it('an answer that quotes', async () => {
    const question = (await thread()).find((one: { direction: string }) => one.direction === 'inbound')
    const { body } = await post({
      content: { type: 'text', text: 'Yes' },
      replyToMessageId: question.id,
    }).expect(202)
    expect(body.message.replyTo).toMatchObject({ messageId: question.id, preview: 'Hello' })
    await shop.drain()
    expect((await outboundAtMeta(shop)).at(-1)).toMatchObject({
      contextWamid: expect.stringMatching(/^wamid/),
    })
  })

  it('that staff read it, and that they are writing', async () => {
    await shop.acme
      .agent('post', `/api/communication_channels/conversations/${conversationId}/typing`)
      .expect(204)
    const { items } = await simulatorOf(shop, 'messages?direction=inbound&customerId=maria')
    expect(items.at(-1)).toMatchObject({ status: 'read' })
  })
})

it.each([
  ['a notice', 'user_preferences', { value: 'stop', category: 'marketing_messages' }],
  ['a call', 'calls', { id: 'wacid.1', event: 'connect', direction: 'USER_INITIATED', to: '48221234501' }],
])('%s is neither quoted nor reacted to: at Meta it is no message', async (_, field, item) => {
  const one = { ...MARIA, wa_id: MARIA.from, user_id: MARIA.from_user_id, timestamp: String(NOW), ...item }
  await receive(shop, change(field, { contacts: [MARIA_AS_CONTACT], [field]: [one] }))
  const target = (await thread()).findLast((message: { content: { type: string } }) =>
    ['system', 'call'].includes(message.content.type),
  )
  const quoting = await post({ content: { type: 'text', text: 'Yes' }, replyToMessageId: target.id })
  expect(quoting).toMatchObject({ status: 422, body: { code: 'quote_target' } })
  const reacting = await post({ content: { type: 'reaction', messageId: target.id, emoji: '👍' } })
  expect(reacting).toMatchObject({ status: 422, body: { code: 'reaction_target' } })
})

it.each([
  [
    'a footer of a kind without one',
    { type: 'interactive', kind: 'location_request', body: 'Where?', footer: 'x' },
  ],
  ['a caption under a sticker', { type: 'sticker', media: { id: '1' }, caption: 'x' }],
  ['a misspelt option', { type: 'text', text: 'Hi', hasLinkPrevew: false }],
])('%s is refused by its name, not left out without a word', async (_, content) => {
  const { body } = await post({ content }).expect(400)
  expect(Object.keys(body.fieldErrors)).toEqual([`content.${Object.keys(content).at(-1)}`])
})

it('a reaction that is to quote as well is refused', async () => {
  const [question] = await thread()
  const reaction = { type: 'reaction', messageId: question.id, emoji: '👍' }
  const { body } = await post({ content: reaction, replyToMessageId: question.id }).expect(422)
  expect(body).toMatchObject({ code: 'reaction_quotes', action: expect.any(String) })
})

describe('what Meta would refuse is refused before it leaves, with the field named', () => {
  it.each<[string, object, string]>([
    [
      'four buttons',
      interactive('reply_buttons', { buttons: ['a', 'b', 'c', 'd'].map((id) => ({ id, title: id })) }),
      'content.buttons',
    ],
    [
      'a button of 21 characters',
      interactive('reply_buttons', { buttons: [{ id: 'a', title: 'x'.repeat(21) }] }),
      'content.buttons.0.title',
    ],
    [
      'two buttons of one title',
      interactive('reply_buttons', {
        buttons: [
          { id: 'a', title: 'Yes' },
          { id: 'b', title: 'Yes' },
        ],
      }),
      'content.buttons.1.title',
    ],
    [
      'eleven rows',
      interactive('list', {
        label: 'Open',
        sections: [0, 1].map((section) => ({
          title: `Section ${section}`,
          rows: Array.from({ length: section ? 5 : 6 }, (_, row) => ({
            id: `${section}${row}`,
            title: `${section}${row}`,
          })),
        })),
      }),
      'content.sections',
    ],
    ['a long caption', { type: 'image', media: photo, caption: 'x'.repeat(1025) }, 'content.caption'],
  ])('%s', async (_, content, field) => {
    const before = (await outboundAtMeta(shop)).length
    const { body, status } = await post({ content })
    expect([400, 422]).toContain(status)
    expect(Object.keys(body.fieldErrors)).toContain(field)
    await shop.drain()
    expect(await outboundAtMeta(shop)).toHaveLength(before)
  })

  it.each<[string, object, string]>([
    [
      'a reaction to a message of nobody',
      { content: { type: 'reaction', messageId: randomUUID(), emoji: '👍' } },
      'reaction_target',
    ],
    [
      'a quote of a message of nobody',
      { content: { type: 'text', text: 'x' }, replyToMessageId: randomUUID() },
      'quote_target',
    ],
  ])('%s', async (_, request, code) => {
    const { body } = await post(request).expect(422)
    expect(body).toMatchObject({ code, error: expect.any(String), action: expect.any(String) })
  })

  it('a reaction to a message of more than 30 days ago', async () => {
    const question = (await thread()).find(
      (one: { content: { type: string } }) => one.content.type === 'text',
    )
    await shop.sql(`update cc_external_messages set sent_at = now() - interval '31 days' where id = ?`, [
      question.id,
    ])
    const { body } = await post({
      content: { type: 'reaction', messageId: question.id, emoji: '👍' },
    }).expect(422)
    expect(body).toMatchObject({ code: 'reaction_target', error: expect.stringContaining('old') })
  })

  it('a quote of a message in somebody else’s thread', async () => {
    const [theirs] = await threadOf(shop, await customerWrites(shop, 'anna'))
    await post({ content: { type: 'text', text: 'x' }, replyToMessageId: theirs.id }).expect(422)
  })
})
