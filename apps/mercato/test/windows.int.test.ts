import { answerIn, conversationOf, conversationsOf, emptyInbox, receive, threadOf } from './support/inbox.ts'
import { standIn } from './support/outbox.ts'
import { call, NOW, textMessage } from './support/payloads.ts'
import { openShop, type Shop } from './support/shop.ts'
import { LATER, notOpening, opening, said } from './support/windowActs.ts'

const HOUR = 3600
const BEFORE = NOW - 10 * HOUR
const iso = (seconds: number) => new Date(seconds * 1000).toISOString()
const CONVERSATIONS = '/api/communication_channels/conversations'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
beforeEach(() => emptyInbox(shop))
afterAll(() => shop.close())

const window = async () => (await conversationsOf(shop))[0].window

describe('the customer-service window', () => {
  it.each(opening)('is opened anew by %s', async (_case, item) => {
    await receive(shop, textMessage({ id: 'first', at: BEFORE }))
    await receive(shop, item)
    expect(await window()).toMatchObject({
      isOpen: true,
      expiresAt: iso(LATER + 24 * HOUR),
      openedBy: { at: iso(LATER) },
    })
  })

  it.each(notOpening)('is left as it was by %s', async (_case, item) => {
    await receive(shop, textMessage({ id: 'first', at: BEFORE }))
    await receive(shop, item)
    const [first] = await shop.sql<{ id: string }>(
      "select id from cc_external_messages where external_message_id = 'first'",
    )
    expect(await window()).toMatchObject({
      expiresAt: iso(BEFORE + 24 * HOUR),
      openedBy: { messageId: first!.id, contentType: 'text', at: iso(BEFORE) },
    })
  })

  it('is left as it was by our own answers and reactions', async () => {
    const provider = standIn()
    await receive(shop, textMessage({ id: 'first', at: BEFORE }))
    const [{ id }] = await conversationsOf(shop)
    const [{ id: messageId }] = await threadOf(shop, id)
    await answerIn(shop, id, { content: { type: 'text', text: 'Hello' } }).expect(202)
    await answerIn(shop, id, { content: { type: 'reaction', messageId, emoji: '👍' } }).expect(202)
    await shop.drain()
    provider.restore()
    expect(await window()).toMatchObject({ expiresAt: iso(BEFORE + 24 * HOUR), openedBy: { messageId } })
  })

  it('goes by the time that the provider tells, not by the time of receipt', async () => {
    await receive(shop, textMessage({ id: 'late', at: NOW - 30 * HOUR }))
    expect(await window()).toMatchObject({ isOpen: false, expiresAt: iso(NOW - 6 * HOUR) })
    const [{ id }] = await conversationsOf(shop)
    expect((await conversationOf(shop, id)).conversation.window.isOpen).toBe(false)
    await answerIn(shop, id, { content: { type: 'text', text: 'Hello' } }).expect(422)
    await receive(
      shop,
      textMessage({ id: 'new', at: LATER }),
      textMessage({ id: 'older', at: NOW - 20 * HOUR }),
    )
    expect(await window()).toMatchObject({ isOpen: true, expiresAt: iso(LATER + 24 * HOUR) })
  })

  it('names the message on which the customer’s last act is shown', async () => {
    await receive(
      shop,
      textMessage({ id: 'first', at: BEFORE }),
      textMessage({ id: 'second', at: BEFORE + 60 }),
    )
    await receive(shop, said('reaction', { message_id: 'first', emoji: '👍' }))
    const [first] = await threadOf(shop)
    expect((await window()).openedBy).toEqual({
      messageId: first.id,
      contentType: 'reaction',
      at: iso(LATER),
    })
    await receive(shop, call({ id: 'c', event: 'connect', at: LATER + 60 }))
    await receive(shop, call({ id: 'c', event: 'terminate', at: LATER + 94 }))
    const shown = (await threadOf(shop)).at(-1)
    expect((await window()).openedBy).toEqual({
      messageId: shown.id,
      contentType: 'call',
      at: iso(LATER + 60),
    })
  })
})

describe('the list of conversations', () => {
  const hoursLeft = [1, 0.25, 1.9, 2.5, 20, -0.1, -3]
  const byWindow = async (window: string, more = '') =>
    (await shop.acme.agent('get', `${CONVERSATIONS}?window=${window}${more}`).expect(200)).body
  const hoursOf = ({ items }: { items: { contact: { displayName: string } }[] }) =>
    items.map(({ contact }) => Number(contact.displayName))

  beforeEach(async () => {
    const people = hoursLeft.map((hours, index) =>
      textMessage({
        id: `m${index}`,
        at: NOW - Math.round((24 - hours) * HOUR),
        from: `4860000000${index}`,
        userId: `PL.${index}`,
        name: String(hours),
      }),
    )
    await receive(shop, ...people)
  })

  it('shows those first that close first, page by page, and how many they are', async () => {
    const whole = await byWindow('closing_soon')
    expect(hoursOf(whole)).toEqual([0.25, 1, 1.9])
    expect(whole).toMatchObject({ nextCursor: null, closingSoon: 3 })
    const first = await byWindow('closing_soon', '&limit=2')
    const second = await byWindow('closing_soon', `&limit=2&cursor=${first.nextCursor}`)
    expect([hoursOf(first), hoursOf(second)]).toEqual([[0.25, 1], [1.9]])
    expect(second.nextCursor).toBeNull()
    expect((await shop.acme.agent('get', CONVERSATIONS)).body.closingSoon).toBe(3)
  })

  it('shows those that are open and those that are closed, newest activity first', async () => {
    expect(hoursOf(await byWindow('open'))).toEqual([20, 2.5, 1.9, 1, 0.25])
    expect(hoursOf(await byWindow('closed'))).toEqual([-0.1, -3])
    expect(hoursOf(await byWindow('open', '&unread=true&limit=1'))).toEqual([20])
  })

  it('is every tenant’s own, and refuses other words', async () => {
    const { body } = await shop.birch.agent('get', `${CONVERSATIONS}?window=closing_soon`).expect(200)
    expect(body).toEqual({ items: [], nextCursor: null, closingSoon: 0 })
    await shop.acme.agent('get', `${CONVERSATIONS}?window=soon`).expect(400)
  })
})
