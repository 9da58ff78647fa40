import { sendTest } from './useTestSend.ts'

/** The keys with which the server was asked, one answer after the other; null: none arrives. */
async function keysOf(statuses: (number | null)[]): Promise<(string | null)[]> {
  const keys: (string | null)[] = []
  const left = [...statuses]
  globalThis.fetch = async (_, init = {}) => {
    keys.push(new Headers(init.headers).get('Idempotency-Key'))
    const status = left.shift()!
    if (status === null) throw new TypeError('Nobody answers.')
    const sent = { messageId: 'm', conversationId: 'c' }
    return new Response(JSON.stringify(status < 300 ? sent : { error: 'No.' }), { status })
  }
  const content = { type: 'template' as const, name: 'n', language: 'en', parameters: {} }
  const to = `+48600${statuses.join('')}`
  for (const _ of statuses) await sendTest('t', { channelId: 'ch', to, content }).catch(() => undefined)
  return keys
}

test.each<[string, number | null]>([
  ['nobody answered', null],
  ['the server failed', 502],
])('a try of which %s and the one after it are one message, and the next is another', async (_, status) => {
  const [first, second, third] = await keysOf([status, 202, 202])
  expect(first).toMatch(/^\w{32}$/)
  expect(second).toBe(first)
  expect(third).not.toBe(first)
})

test('what was refused did not leave, and is asked anew', async () => {
  const [first, second] = await keysOf([422, 202])
  expect(second).not.toBe(first)
})
