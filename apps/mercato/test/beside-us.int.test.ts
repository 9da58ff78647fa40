import { conversationsOf, emptyInbox, eventsOf, receive, threadOf } from './support/inbox.ts'
import { change, echo, type Item, MARIA, NOW } from './support/payloads.ts'
import { openShop, type Shop } from './support/shop.ts'

// What the business does with the same number on its own phone, now and before it was connected here.

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
beforeEach(() => emptyInbox(shop))
afterAll(() => shop.close())

/** Of Maria's thread on the business's phone. */
function history(...messages: object[]): Item {
  const metadata = { phase: 0, chunk_order: 1, progress: 50 }
  return change('history', { history: [{ metadata, threads: [{ id: MARIA.from, messages }] }] })
}

it('what is written on the phone is shown as sent from there, opens no window and is not unread', async () => {
  await receive(shop, echo({ id: 'echo1', text: 'On my way', at: NOW }))
  expect(await threadOf(shop)).toMatchObject([
    {
      direction: 'outbound',
      origin: 'device',
      status: 'sent',
      author: null,
      content: { text: 'On my way' },
    },
  ])
  expect(await conversationsOf(shop)).toMatchObject([
    { unreadCount: 0, window: { isOpen: false, expiresAt: null } },
  ])
})

describe('what was written before', () => {
  it('is kept and announced to nobody', async () => {
    const question = {
      from: MARIA.from,
      id: 'h1',
      timestamp: String(NOW - 100),
      type: 'text',
      text: { body: 'Old' },
      history_context: { status: 'READ' },
    }
    const answer = {
      from: '48221234501',
      to: MARIA.from,
      id: 'h2',
      timestamp: String(NOW - 90),
      type: 'text',
      text: { body: 'Answer' },
      history_context: { status: 'DELIVERED' },
    }
    await receive(shop, history(question, answer))
    expect(await threadOf(shop)).toMatchObject([
      { direction: 'inbound', origin: 'history', content: { text: 'Old' } },
      { direction: 'outbound', origin: 'history', status: 'delivered', content: { text: 'Answer' } },
    ])
    expect(await conversationsOf(shop)).toMatchObject([{ unreadCount: 0, window: { isOpen: false } }])
  })

  const message = {
    from: MARIA.from,
    id: 'h1',
    timestamp: String(NOW - 100),
    history_context: { status: 'READ' },
  }
  const placeholder = { ...message, type: 'media_placeholder' }
  const file = { ...message, type: 'image', image: { id: '77', mime_type: 'image/jpeg', sha256: 'abc=' } }

  it.each([
    ['before', [placeholder, file]],
    ['after', [file, placeholder]],
  ])('is shown with its file, if the placeholder comes %s that', async (_, inOrder) => {
    for (const one of inOrder) await receive(shop, history(one))
    expect(await threadOf(shop)).toMatchObject([{ content: { type: 'image', media: { id: '77' } } }])
  })

  it('tells whoever shows the thread when its file comes', async () => {
    await receive(shop, history(placeholder))
    expect(await eventsOf(shop, history(file))).toMatchObject([
      { event: 'communication_channels.conversation.updated' },
    ])
  })
})
