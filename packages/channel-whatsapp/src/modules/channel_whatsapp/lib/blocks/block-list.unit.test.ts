import { jest } from '@jest/globals'
import { changeBlockList, readBlockList } from './block-list.ts'

const access = { accessToken: 'token', apiVersion: 'v26.0' }
const fetched: { url: string; method: string; body: unknown }[] = []
const graphAnswers = (...answers: { status?: number; body: unknown }[]) =>
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (url, init) => {
    const body = init?.body ? JSON.parse(String(init.body)) : null
    fetched.push({ url: String(url), method: init?.method ?? 'GET', body })
    const answer = answers[Math.min(fetched.length, answers.length) - 1]!
    return Response.json(answer.body, { status: answer.status ?? 200 })
  })

beforeEach(() => {
  fetched.length = 0
})
afterEach(() => {
  jest.restoreAllMocks()
})

const maria = { user: '+48601234567' }
const sam = { user_id: 'US.100000000000003' }
const failed = (code: number | string) => ({
  input: '+48601234567',
  errors: [{ message: 'Re-engagement required', code, error_data: { details: 'Not in 24 hours' } }],
})
const partly = (code: number | string) => ({
  status: 400,
  body: {
    messaging_product: 'whatsapp',
    block_users: { added_users: [{ input: 'x', wa_id: 'x' }], failed_users: [failed(code)] },
    error: { message: '(#139100) Failed to block/unblock users', code: 139100 },
  },
})

it.each([
  ['block', 'POST'],
  ['unblock', 'DELETE'],
] as const)('%ss people by number and by user id', async (change, method) => {
  graphAnswers({ body: { messaging_product: 'whatsapp', block_users: { added_users: [maria] } } })
  await changeBlockList(access, '210', change, [maria, sam])
  expect(fetched).toMatchObject([
    { method, body: { messaging_product: 'whatsapp', block_users: [maria, sam] } },
  ])
  expect(fetched[0]!.url).toContain('/v26.0/210/block_users')
})

it.each([
  ['beside an error that says some were refused', partly(131047)],
  ['whose code is text', partly('131047')],
  ['in an answer that says 200', { body: partly(131047).body }],
])('a refusal %s is the person’s own', async (_, answer) => {
  graphAnswers(answer)
  await expect(changeBlockList(access, '210', 'block', [maria])).rejects.toMatchObject({
    code: 131047,
    details: 'Not in 24 hours',
  })
})

it.each([
  ['without saying who', { status: 400, body: { error: { message: 'x', code: 139100 } } }, 139100],
  ['of all', { status: 400, body: { error: { message: 'x', code: 139101 } } }, 139101],
  ['of the token', { status: 401, body: { error: { message: 'x', code: 190 } } }, 190],
])('a refusal %s keeps its code', async (_, answer, code) => {
  graphAnswers(answer)
  await expect(changeBlockList(access, '210', 'block', [maria])).rejects.toMatchObject({ code })
})

it('asks for a thousand at once, as many as Meta takes', async () => {
  graphAnswers({ body: {} })
  await changeBlockList(access, '210', 'block', Array(1_001).fill(maria))
  expect(fetched.map(({ body }) => (body as { block_users: unknown[] }).block_users.length)).toEqual([
    1_000, 1,
  ])
})

it.each([
  ['as the guide has it', [{ block_users: [{ messaging_product: 'whatsapp', wa_id: '48601234567' }] }]],
  ['as the description of the API has it', [{ messaging_product: 'whatsapp', wa_id: '48601234567' }]],
])('reads the list %s', async (_, data) => {
  graphAnswers({ body: { data } })
  expect(await readBlockList(access, '210')).toEqual([{ phone: '+48601234567', userId: null }])
})
