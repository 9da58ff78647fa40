import { conversationsOf, emptyInbox, receive, threadOf } from './support/inbox.ts'
import { change, fromMaria, MARIA, MARIA_AS_CONTACT, NOW, textMessage } from './support/payloads.ts'
import { openShop, type Shop } from './support/shop.ts'

const STRANGER = { from: '4915123456789', from_user_id: 'DE.4' }
const STRANGER_AS_CONTACT = { wa_id: '4915123456789', user_id: 'DE.4', profile: { name: 'Anna' } }

const thumbsUp = { message_id: 'in1', emoji: '👍' }
const withdrawal = { original_message_id: 'in1' }

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
beforeEach(() => emptyInbox(shop))
afterAll(() => shop.close())

describe('a reaction is shown on its message', () => {
  const message = textMessage({ id: 'in1', text: 'Hello' })
  const reaction = fromMaria({ id: 'in2', type: 'reaction', content: thumbsUp, at: NOW + 1 })

  it.each([
    ['after it', [message, reaction]],
    ['before it', [reaction, message]],
  ])('that comes %s, until it is taken back', async (_, inOrder) => {
    for (const item of inOrder) await receive(shop, item)
    expect(await threadOf(shop)).toMatchObject([
      { content: { text: 'Hello' }, reactions: [{ emoji: '👍', direction: 'inbound' }] },
    ])
    expect(await conversationsOf(shop)).toMatchObject([{ unreadCount: 1, lastMessage: { preview: 'Hello' } }])
    await receive(
      shop,
      fromMaria({ id: 'in3', type: 'reaction', content: { message_id: 'in1' }, at: NOW + 2 }),
    )
    expect(await threadOf(shop)).toMatchObject([{ reactions: [] }])
  })
})

it('of two reactions within one second the one that came last counts', async () => {
  const reactionOf = (id: string, emoji: string) =>
    fromMaria({ id, type: 'reaction', content: { ...thumbsUp, emoji }, at: NOW + 1 })
  await receive(shop, textMessage({ id: 'in1' }))
  await receive(shop, reactionOf('z', '👍'))
  await receive(shop, reactionOf('a', '🎉'))
  expect(await threadOf(shop)).toMatchObject([{ reactions: [{ emoji: '🎉' }] }])
})

describe('what a customer changes', () => {
  it('is shown as edited, and in the end as withdrawn, without a word of it', async () => {
    const edited = { original_message_id: 'in1', message: { type: 'text', text: { body: 'Ten' } } }
    await receive(shop, textMessage({ id: 'in1', text: 'Tenn' }))
    await receive(shop, fromMaria({ id: 'in2', type: 'edit', content: edited, at: NOW + 1 }))
    expect(await threadOf(shop)).toMatchObject([{ content: { text: 'Ten' }, editedAt: expect.any(String) }])
    expect(await conversationsOf(shop)).toMatchObject([{ lastMessage: { preview: 'Ten' } }])
    await receive(shop, fromMaria({ id: 'in3', type: 'revoke', content: withdrawal, at: NOW + 2 }))
    expect(await conversationsOf(shop)).toMatchObject([{ unreadCount: 0 }])
    const [message] = await threadOf(shop)
    expect(message).toMatchObject({ content: { type: 'revoked' }, revokedAt: expect.any(String) })
    expect(JSON.stringify([message, await conversationsOf(shop)])).not.toContain('Ten')
  })

  it('stays withdrawn, however often they react afterwards, and nothing that names itself is lost', async () => {
    await receive(shop, textMessage({ id: 'in1', text: 'Secret' }))
    await receive(shop, fromMaria({ id: 'in2', type: 'revoke', content: withdrawal, at: NOW + 1 }))
    const messages = Array.from(
      { length: 60 },
      (_, index) =>
        fromMaria({ id: `again${index}`, type: 'reaction', content: thumbsUp, at: NOW + 2 + index }).message,
    )
    await receive(shop, change('messages', { contacts: [MARIA_AS_CONTACT], messages }))
    const ofItself = { message_id: 'self', emoji: '👍' }
    await receive(shop, fromMaria({ id: 'self', type: 'reaction', content: ofItself, at: NOW + 100 }))
    expect(await threadOf(shop)).toMatchObject([
      { content: { type: 'revoked' } },
      { content: { type: 'reaction', emoji: '👍' } },
    ])
  })

  it('is not lost where it changes a change', async () => {
    const editOf = (id: string, target: string, body: string, at: number) =>
      fromMaria({
        id,
        type: 'edit',
        content: { original_message_id: target, message: { type: 'text', text: { body } } },
        at,
      })
    await receive(shop, textMessage({ id: 'in1', text: 'One' }))
    await receive(shop, editOf('in2', 'in1', 'Two', NOW + 1), editOf('in3', 'in2', 'Three', NOW + 2))
    expect(await threadOf(shop)).toMatchObject([
      { content: { text: 'Two' } },
      { content: { type: 'edit', content: { text: 'Three' } } },
    ])
  })

  it('is theirs alone: a stranger neither withdraws it nor reacts to it', async () => {
    const fromStranger = (id: string, type: string, content: object) => ({
      ...fromMaria({ id, type, content, at: NOW + 1, more: STRANGER }),
      contact: STRANGER_AS_CONTACT,
    })
    await receive(shop, textMessage({ id: 'in1', text: 'Mine' }))
    await receive(shop, fromStranger('in2', 'revoke', withdrawal))
    const thumbsDown = { message_id: 'in1', emoji: '👎' }
    await receive(shop, fromStranger('in3', 'reaction', thumbsDown))
    const maria = (await conversationsOf(shop)).find(
      (one: { contact: { phone: string } }) => one.contact.phone === '+48601234567',
    )
    expect(await threadOf(shop, maria.id)).toMatchObject([
      { content: { text: 'Mine' }, reactions: [], revokedAt: null },
    ])
  })
})

it('a message shows what it quotes, and where the customer came from', async () => {
  await receive(shop, textMessage({ id: 'in1', text: 'Is it blue?' }))
  const context = { id: 'in1', from: MARIA.from, forwarded: true }
  const referral = { source_type: 'ad', source_id: '9', headline: 'Tents', source_url: 'https://fb.me/x' }
  await receive(
    shop,
    fromMaria({
      id: 'in2',
      type: 'text',
      content: { body: 'Well?' },
      at: NOW + 1,
      more: { context, referral },
    }),
  )
  const [first, second] = await threadOf(shop)
  expect(second).toMatchObject({
    replyTo: { messageId: first.id, direction: 'inbound', contentType: 'text', preview: 'Is it blue?' },
    context: { forwarded: 'once', referral: { sourceType: 'ad', headline: 'Tents' } },
  })
})
