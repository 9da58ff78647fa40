import { type Simulator, startSimulator } from './simulator.ts'
import { call, listenAt, NUMBER, sendText, TOKEN, writeAs } from './testing/business.ts'
import { type Receiver, startReceiver } from './testing/receiver.ts'

let simulator: Simulator
let receiver: Receiver

beforeEach(async () => {
  simulator = await startSimulator({ port: 0 })
  receiver = await startReceiver()
  await listenAt(simulator, receiver.url)
})
afterEach(async () => {
  await simulator.close()
  await receiver.close()
})

const switchOn = (faults: Record<string, unknown>) => call(simulator, 'PATCH', '/sim/faults', faults)

test('a lost webhook is in the log and nowhere else', async () => {
  await switchOn({ dropWebhooks: true })
  await writeAs(simulator, 'maria')
  let items: { state: string }[] = []
  while (items.length === 0) items = (await call(simulator, 'GET', '/sim/deliveries')).body.items
  expect(items).toMatchObject([{ state: 'dropped', attemptCount: 0 }])
  expect(receiver.received).toHaveLength(0)
})

test('a duplicated webhook comes twice, byte for byte', async () => {
  await switchOn({ duplicateWebhooks: true })
  await writeAs(simulator, 'maria')
  await receiver.until((received) => received.length === 2)
  expect(receiver.received[0]).toEqual(receiver.received[1])
})

test('in reverse order the phone has a message before it was sent', async () => {
  await writeAs(simulator, 'maria')
  await receiver.until((received) => received.length === 1)
  await switchOn({ reverseWebhooks: true })
  await sendText(simulator, { to: '+48601234567' })
  await receiver.until(() => receiver.statuses().length === 2)
  expect(receiver.statuses().map((status) => status.status)).toEqual(['delivered', 'sent'])
})

test('a send that is never answered was accepted all the same', async () => {
  await writeAs(simulator, 'maria')
  await switchOn({ hangNextSends: 1 })
  const send = fetch(`${simulator.url}/v26.0/${NUMBER}/messages`, {
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
  await receiver.until(() =>
    receiver.statuses().some((status) => status.biz_opaque_callback_data === 'attempt 9'),
  )
  const { body } = await call(simulator, 'GET', '/sim/messages?callbackData=attempt%209')
  expect(body.items).toHaveLength(1)
})

test('a send whose answer is dropped was accepted all the same', async () => {
  await writeAs(simulator, 'maria')
  await switchOn({ dropNextAnswers: 1 })
  await expect(sendText(simulator, { to: '+48601234567' })).rejects.toThrow('fetch failed')
  const { body } = await call(simulator, 'GET', '/sim/messages?direction=outbound')
  expect(body.items).toHaveLength(1)
  expect((await sendText(simulator, { to: '+48601234567' })).status).toBe(200)
})

test('with the pair rate enforced the 46th message of a burst gets 131056', async () => {
  await writeAs(simulator, 'maria')
  await switchOn({ enforcePairRate: true })
  for (let sent = 0; sent < 45; sent += 1)
    expect((await sendText(simulator, { to: '+48601234567' })).status).toBe(200)
  expect((await sendText(simulator, { to: '+48601234567' })).body.error.code).toBe(131056)
})
