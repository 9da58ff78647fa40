import { answerIn, conversationsOf, emptyInbox, eventsOf, receive, threadOf } from './support/inbox.ts'
import { change, echo, type Item, MARIA, NOW, textMessage } from './support/payloads.ts'
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

  it('is not said to have left while it waits on the phone, is never sent by us, and holds nothing up', async () => {
    const waiting = {
      from: '48221234501',
      id: 'h3',
      timestamp: String(NOW - 90),
      type: 'text',
      text: { body: 'Waiting' },
      history_context: { status: 'PENDING' },
    }
    await receive(shop, textMessage({ id: 'in1', at: NOW - 80 }), history(waiting))
    const [conversation] = await conversationsOf(shop)
    const body = { content: { type: 'text', text: 'Ours' } }
    await answerIn(shop, conversation.id, body).expect(202)
    await shop.drain()
    expect(await threadOf(shop)).toMatchObject([
      { origin: 'history', status: null, content: { text: 'Waiting' } },
      { origin: 'live' },
      { origin: 'api', content: { text: 'Ours' } },
    ])
    const attempts = await shop.sql(
      'select m.origin from cc_send_attempts a join cc_external_messages m on m.id = a.message_id',
    )
    expect(attempts).toEqual([{ origin: 'api' }])
  })

  it('is one message, as live as it was told, whichever way it is told first', async () => {
    const past = history({ ...message, type: 'text', text: { body: 'Hello' } })
    const live = textMessage({ id: 'h1', text: 'Hello', at: NOW - 100 })
    const ends = []
    for (const inOrder of [
      [past, live, past],
      [live, past, live],
    ]) {
      await emptyInbox(shop)
      for (const one of inOrder) await receive(shop, one)
      const [told] = await threadOf(shop)
      const [conversation] = await conversationsOf(shop)
      ends.push({ origin: told.origin, unread: conversation.unreadCount, isOpen: conversation.window.isOpen })
    }
    expect(ends).toEqual([
      { origin: 'live', unread: 1, isOpen: true },
      { origin: 'live', unread: 1, isOpen: true },
    ])
  })

  it('keeps what it quotes and how far it got, whether its file comes first or last', async () => {
    const sent = { from: '48221234501', to: MARIA.from, id: 'h1', timestamp: String(NOW - 90) }
    const bare = { ...sent, type: 'media_placeholder', history_context: { status: 'READ' } }
    const image = { id: '77', mime_type: 'image/jpeg', sha256: 'abc=' }
    const quoting = { ...sent, type: 'image', image, context: { id: 'q0' } }
    const ends = []
    for (const inOrder of [
      [bare, quoting],
      [quoting, bare],
    ]) {
      await emptyInbox(shop)
      for (const one of inOrder) await receive(shop, history(one))
      const [told] = await threadOf(shop)
      ends.push([told.content.type, told.status, told.replyTo !== null])
    }
    expect(ends).toEqual([
      ['image', 'read', true],
      ['image', 'read', true],
    ])
  })

  it('is one message too where one delivery tells of it three times', async () => {
    const sent = { from: '48221234501', to: MARIA.from, id: 'h1', timestamp: String(NOW - 90) }
    const as = (status: string, more: object = { type: 'media_placeholder' }) =>
      history({ ...sent, history_context: { status }, ...more })
    const withFile = as('SENT', {
      type: 'image',
      image: { id: '77', mime_type: 'image/jpeg', sha256: 'abc=' },
    })
    for (const inOrder of [
      [as('SENT'), withFile, as('READ')],
      [as('READ'), as('SENT'), withFile],
      [withFile, as('READ'), as('SENT')],
    ]) {
      await emptyInbox(shop)
      await receive(shop, ...inOrder)
      expect(await threadOf(shop)).toMatchObject([{ content: { type: 'image' }, status: 'read' }])
    }
    await emptyInbox(shop)
    const live = textMessage({ id: 'h1', text: 'Hello', at: NOW - 100 })
    await receive(shop, history(placeholder), live, history(file))
    expect(await threadOf(shop)).toMatchObject([{ origin: 'live' }])
    expect(await conversationsOf(shop)).toMatchObject([{ unreadCount: 1 }])
  })

  it('fills nobody else’s placeholder', async () => {
    const secret = { ...file, from: '48221234501', to: '4915123456789', caption: 'For Anna' }
    await receive(shop, history(placeholder))
    const [maria] = await conversationsOf(shop)
    await receive(shop, history(secret))
    expect(await threadOf(shop, maria.id)).toMatchObject([{ content: { type: 'unsupported' } }])
  })

  it('tells whoever shows the thread when its file comes', async () => {
    await receive(shop, history(placeholder))
    expect(await eventsOf(shop, history(file))).toMatchObject([
      { event: 'communication_channels.conversation.updated' },
    ])
  })
})
