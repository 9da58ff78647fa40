import { NUMBER } from './testing/business.ts'
import { startChatWithMaria } from './testing/chat-with-maria.ts'

const { request, act, mariaWrites, textMaria, send, messages, until } = startChatWithMaria()

const PATH = `/v26.0/${NUMBER}/block_users`
const MARIA = { user: '+48601234567' }
const ANNA = { user: '+4915123456789' }
const body = (...block_users: object[]) => ({ messaging_product: 'whatsapp', block_users })
const block = (...users: object[]) => request('POST', PATH, body(...users))
const unblock = (...users: object[]) => request('DELETE', PATH, body(...users))
const listed = async () => (await request('GET', PATH)).body.data
const named = { input: '+48601234567', wa_id: '48601234567' }

test('who wrote within the day can be blocked, and stands on the number’s list', async () => {
  await mariaWrites()
  expect(await block(MARIA)).toMatchObject({
    status: 200,
    body: { messaging_product: 'whatsapp', block_users: { added_users: [named] } },
  })
  expect(await listed()).toEqual([{ messaging_product: 'whatsapp', wa_id: '48601234567' }])
})

test('who did not write within the day is refused, and who did beside them is blocked', async () => {
  await mariaWrites()
  const { status, body: answer } = await block(MARIA, ANNA, { user: '+48 22 123 45 01' })
  expect(status).toBe(400)
  expect(answer.error).toMatchObject({ code: 139100, message: '(#139100) Failed to block/unblock users' })
  expect(answer.block_users).toMatchObject({
    added_users: [named],
    failed_users: [
      { input: ANNA.user, errors: [{ code: 131047, message: 'Re-engagement required' }] },
      { input: '+48 22 123 45 01', errors: [{ code: 131021 }] },
    ],
  })
  expect(await listed()).toHaveLength(1)
})

test('a blocked person is written to no more, and what they write does not arrive', async () => {
  await mariaWrites()
  await until(() => messages().length === 1)
  await block(MARIA)
  expect((await textMaria()).body.error).toMatchObject({ code: 130403 })
  await mariaWrites()
  await act('calls', { outcome: 'missed', seconds: 0 })
  await act('messages', { customerId: 'anna', text: 'Hello' })
  await until(() => messages().length === 2)
  expect(messages().map(({ from }) => from)).toEqual(['48601234567', '4915123456789'])
})

test('unblocked, they are as before; whoever was not blocked stays so', async () => {
  await mariaWrites()
  await block(MARIA)
  expect((await unblock(MARIA, ANNA)).body.block_users.removed_users).toMatchObject([
    named,
    { input: ANNA.user },
  ])
  expect(await listed()).toEqual([])
  expect((await textMaria()).status).toBe(200)
  await mariaWrites()
  await until(() => messages().length === 2)
})

test('a user id names somebody as well as a number does', async () => {
  await act('messages', { customerId: 'sam', text: 'Hello' })
  const sam = 'US.100000000000003'
  expect((await block({ user_id: sam })).body.block_users.added_users).toEqual([{ input: sam, user_id: sam }])
  expect(await listed()).toEqual([{ messaging_product: 'whatsapp', user_id: sam }])
  const text = { messaging_product: 'whatsapp', recipient: sam, type: 'text', text: { body: 'Hi' } }
  expect((await send(text)).body.error.code).toBe(130403)
})

test.each([
  ['without users', body(), 100],
  ['without the product', { block_users: [MARIA] }, 100],
  ['of more than a thousand', body(...Array(1_001).fill(MARIA)), 130429],
])('a request %s is refused', async (_, asked, code) => {
  expect((await request('POST', PATH, asked)).body.error.code).toBe(code)
})

test('another business cannot touch the list', async () => {
  const answer = await request('POST', PATH, body(MARIA), 'birch-access-token')
  expect(answer.body.error).toMatchObject({ code: 100, error_subcode: 33 })
})
