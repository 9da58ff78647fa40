import { jest } from '@jest/globals'
import { answerIn, conversationsOf, emptyInbox, receive, threadOf } from './support/inbox.ts'
import { untilSomebodyWaitsForALock } from './support/locks.ts'
import { delivery, fromMaria, NOW, textMessage } from './support/payloads.ts'
import { openShop, type Shop } from './support/shop.ts'

// Meta tells whole seconds. Within one, things stand in the order in which they reached us.

const LETTERS = 'abcdefghijklmnopqrst'.split('')

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
beforeEach(() => emptyInbox(shop))
afterAll(() => shop.close())

const textsOf = async () =>
  (await threadOf(shop)).map((message: { content: { text: string } }) => message.content.text)
const say = (text: string) => textMessage({ id: text, text, at: NOW })

it('what came in one delivery stands as it stood there', async () => {
  await receive(shop, ...LETTERS.map(say))
  expect(await textsOf()).toEqual(LETTERS)
})

it('what came in several, one after the other, stands so, however they are worked off', async () => {
  for (const letter of LETTERS) expect(await shop.acme.deliver(delivery(shop.acme, [say(letter)]))).toBe(200)
  await Promise.all([shop.drain(), shop.drain()])
  expect(await textsOf()).toEqual(LETTERS)
})

it('what came within one millisecond stands as it came, in whichever batches it is worked off', async () => {
  const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now())
  const deliver = async (...letters: string[]) =>
    expect(await shop.acme.deliver(delivery(shop.acme, letters.map(say)))).toBe(200)
  await deliver('a', 'b', 'c')
  await shop.drain()
  await deliver('d')
  await shop.drain()
  clock.mockRestore()
  expect(await textsOf()).toEqual(['a', 'b', 'c', 'd'])
})

it('the last of several changes counts', async () => {
  const editTo = (body: string) =>
    fromMaria({
      id: `edit ${body}`,
      type: 'edit',
      content: { original_message_id: 'in1', message: { type: 'text', text: { body } } },
      at: NOW,
    })
  const reactionOf = (emoji: string) =>
    fromMaria({ id: emoji, type: 'reaction', content: { message_id: 'in1', emoji }, at: NOW })
  await receive(shop, textMessage({ id: 'in1', at: NOW }))
  await receive(shop, ...LETTERS.map(editTo), ...['👍', '❤️', '😂'].map(reactionOf))
  expect(await threadOf(shop)).toMatchObject([{ content: { text: 't' }, reactions: [{ emoji: '😂' }] }])
})

it('what comes late is not the last word, though an answer is written at the same moment', async () => {
  await receive(shop, textMessage({ id: 'new', text: 'Hello?', at: NOW }))
  const [conversation] = await conversationsOf(shop)
  await shop.acme.deliver(delivery(shop.acme, [textMessage({ id: 'late', text: 'Hello', at: NOW - 60 })]))

  const both = await shop.host.orm.em.fork().transactional(async (tx) => {
    await tx.execute('select 1 from cc_external_conversations where id = ? for update', [conversation.id])
    const answered = answerIn(shop, conversation.id, { content: { type: 'text', text: 'Yes?' } }).then(
      ({ status }) => status,
    )
    await untilSomebodyWaitsForALock(shop, 1)
    const drained = shop.drain()
    await untilSomebodyWaitsForALock(shop, 2)
    return { answered, drained }
  })
  expect(await both.answered).toBe(202)
  await both.drained

  const [after] = await conversationsOf(shop)
  expect(after.lastMessage.preview).toBe('Yes?')
  expect(Date.parse(after.lastMessageAt)).toBeGreaterThanOrEqual(NOW * 1000)
})
