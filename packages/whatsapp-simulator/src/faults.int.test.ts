import { NUMBER, TOKEN } from './testing/business.ts'
import { startChatWithMaria } from './testing/chat-with-maria.ts'

const { mariaWrites, received, request, statuses, switchOn, textMaria, until, urlOf } = startChatWithMaria()

test('a lost webhook is in the log and nowhere else', async () => {
  await switchOn({ dropWebhooks: true })
  await mariaWrites()
  let items: { state: string }[] = []
  while (items.length === 0) items = (await request('GET', '/sim/deliveries')).body.items
  expect(items).toMatchObject([{ state: 'dropped', attemptCount: 0 }])
  expect(received()).toHaveLength(0)
})

test('a duplicated webhook comes twice, byte for byte', async () => {
  await switchOn({ duplicateWebhooks: true })
  await mariaWrites()
  await until(() => received().length === 2)
  expect(received()[0]).toEqual(received()[1])
})

test('in reverse order the phone has a message before it was sent', async () => {
  await mariaWrites()
  await until(() => received().length === 1)
  await switchOn({ reverseWebhooks: true })
  await textMaria()
  await until(() => statuses().length === 2)
  expect(statuses().map((status) => status.status)).toEqual(['delivered', 'sent'])
})

test('a send that is never answered was accepted all the same', async () => {
  await mariaWrites()
  await switchOn({ hangNextSends: 1 })
  const send = fetch(urlOf(`/v26.0/${NUMBER}/messages`), {
    method: 'POST',
    signal: AbortSignal.timeout(300),
    headers: { Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      messaging_product: 'whatsapp',
      to: '+48601234567',
      text: { body: 'Anybody there?' },
      biz_opaque_callback_data: 'attempt 9',
    }),
  })
  await expect(send).rejects.toThrow(/timeout/)
  await until(() => statuses().some((status) => status.biz_opaque_callback_data === 'attempt 9'))
  const { body } = await request('GET', '/sim/messages?callbackData=attempt%209')
  expect(body.items).toHaveLength(1)
})

test('a send whose answer is dropped was accepted all the same', async () => {
  await mariaWrites()
  await switchOn({ dropNextAnswers: 1 })
  await expect(textMaria()).rejects.toThrow('fetch failed')
  const { body } = await request('GET', '/sim/messages?direction=outbound')
  expect(body.items).toHaveLength(1)
  expect((await textMaria()).status).toBe(200)
})

test('with the pair rate enforced the 46th message of a burst gets 131056', async () => {
  await mariaWrites()
  await switchOn({ enforcePairRate: true })
  for (let sent = 0; sent < 45; sent += 1) expect((await textMaria()).status).toBe(200)
  expect((await textMaria()).body.error.code).toBe(131056)
})
