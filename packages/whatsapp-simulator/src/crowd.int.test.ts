import { NUMBER, TOKEN } from './testing/business.ts'
import { startChatWithMaria } from './testing/chat-with-maria.ts'

const { mariaWrites, messages, received, request, send, statuses, switchOn, textMaria, until, urlOf } =
  startChatWithMaria()

async function newcomers(count: number): Promise<string[]> {
  const customers = Array.from({ length: count }, (_, index) => ({
    name: `Newcomer ${index}`,
    phone: `+4870000${String(index).padStart(4, '0')}`,
  }))
  const { body } = await request('POST', '/sim/crowd/customers', { customers })
  return body.items.map(({ id }: { id: string }) => id)
}

const questions = (customerIds: string[]) =>
  customerIds.map((customerId, index) => ({ customerId, phoneNumberId: NUMBER, text: `Question ${index}` }))

test('many people come and write in one request, each as somebody of their own', async () => {
  const ids = await newcomers(5)
  const { body } = await request('POST', '/sim/crowd/messages', { messages: questions(ids) })
  await until(() => messages().length === 5)
  expect(messages().map(({ id }) => id)).toEqual(body.wamids)
  expect(new Set(messages().map(({ from }) => from))).toHaveProperty('size', 5)
})

test('what a crowd writes together comes in one delivery', async () => {
  const ids = await newcomers(300)
  await request('POST', '/sim/crowd/messages', { messages: questions(ids), together: true })
  await until(() => messages().length === 300)
  expect(received()).toHaveLength(1)
})

test('one unknown person in a crowd, and nobody has written', async () => {
  const ids = await newcomers(1)
  const answer = await request('POST', '/sim/crowd/messages', { messages: questions([...ids, 'nobody']) })
  expect(answer.status).toBe(404)
  expect((await request('GET', '/sim/messages')).body.items).toEqual([])
})

test('messages come page by page, each once', async () => {
  await request('POST', '/sim/crowd/messages', { messages: questions(await newcomers(5)) })
  const texts: string[] = []
  for (let after: number | null = 0; after !== null; ) {
    const { body } = await request('GET', `/sim/messages?direction=inbound&limit=2&after=${after}`)
    texts.push(...body.items.map(({ content }: { content: { body: string } }) => content.body))
    after = body.next
  }
  expect(texts).toEqual(['Question 0', 'Question 1', 'Question 2', 'Question 3', 'Question 4'])
})

test('what the business was told of is marked, and what it was not is not', async () => {
  await mariaWrites()
  await textMaria()
  await until(() => statuses().some(({ status }) => status === 'delivered'))
  const told = async () =>
    (await request('GET', '/sim/messages?direction=outbound')).body.items.map(
      ({ history }: { history: { status: string; isTold?: true }[] }) =>
        history.map(({ status, isTold = false }) => [status, isTold]),
    )
  let steps = await told()
  while (steps[0].length < 3 || !steps[0][2][1]) steps = await told()
  await switchOn({ dropWebhooks: true })
  await textMaria()
  while (steps.length < 2 || steps[1].length < 3) steps = await told()
  const step = (status: string, isTold: boolean) => [status, isTold]
  expect(steps).toEqual([
    [step('accepted', false), step('sent', true), step('delivered', true)],
    [step('accepted', false), step('sent', false), step('delivered', false)],
  ])
})

test('sends, refusals and webhooks are counted', async () => {
  await mariaWrites()
  await switchOn({ failNextSends: [131000] })
  await textMaria()
  await textMaria()
  const { body } = await request('GET', '/sim/counts')
  expect(body.sends).toEqual({ accepted: 1, refused: { 131000: 1 } })
})

test('a webhook that was to leave in an hour leaves at once when Meta is told to hurry', async () => {
  await switchOn({ delayWebhooksMs: 3_600_000 })
  await mariaWrites()
  let woken = 0
  while (woken === 0) woken = (await request('POST', '/sim/deliveries/hurry')).body.woken
  await until(() => messages().length === 1)
  expect(woken).toBe(1)
})

test('a send that is never looked at was not accepted', async () => {
  await mariaWrites()
  await switchOn({ ignoreNextSends: 1 })
  const ignored = fetch(urlOf(`/v26.0/${NUMBER}/messages`), {
    method: 'POST',
    signal: AbortSignal.timeout(200),
    headers: { Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ messaging_product: 'whatsapp', to: '+48601234567', text: { body: 'Hello?' } }),
  })
  await expect(ignored).rejects.toThrow(/timeout/)
  expect((await request('GET', '/sim/messages?direction=outbound')).body.items).toEqual([])
})

test('sends are answered as late as was asked for', async () => {
  await mariaWrites()
  await switchOn({ answerAfterMs: 60 })
  const startedAt = performance.now()
  const answer = await send({ messaging_product: 'whatsapp', to: '+48601234567', text: { body: 'Slow' } })
  expect(answer.status).toBe(200)
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(55)
})
