import { createClock } from './clock.ts'
import { signWebhook } from './signature.ts'
import { type Simulator, startSimulator } from './simulator.ts'
import { APP, APP_TOKEN, call, listenAt, NUMBER, sendText, WABA, writeAs } from './testing/business.ts'
import { type Receiver, startReceiver } from './testing/receiver.ts'

const clock = createClock()
let simulator: Simulator
let receiver: Receiver

beforeEach(async () => {
  simulator = await startSimulator({ port: 0, clock })
  receiver = await startReceiver()
})
afterEach(async () => {
  await simulator.close()
  await receiver.close()
})

test('an app callback is set only after the challenge was echoed', async () => {
  const subscription = {
    object: 'whatsapp_business_account',
    callback_url: receiver.url,
    verify_token: 'v',
    fields: 'messages',
  }
  receiver.echoes = false
  const refused = await call(simulator, 'POST', `/v26.0/${APP}/subscriptions`, subscription, APP_TOKEN)
  expect(refused).toMatchObject({ status: 400, body: { error: { code: 2200, type: 'OAuthException' } } })
  receiver.echoes = true
  const accepted = await call(simulator, 'POST', `/v26.0/${APP}/subscriptions`, subscription, APP_TOKEN)
  expect(accepted.body).toEqual({ success: true })
  const list = await call(simulator, 'GET', `/v26.0/${APP}/subscriptions`, undefined, APP_TOKEN)
  expect(list.body.data[0]).toMatchObject({ callback_url: receiver.url, fields: [{ name: 'messages' }] })

  await call(simulator, 'POST', `/v26.0/${WABA}/subscribed_apps`)
  const wamid = await writeAs(simulator, 'maria')
  await receiver.until(() => receiver.messages().some((message) => message.id === wamid))
})

test('a customer message arrives signed over its exact bytes', async () => {
  await listenAt(simulator, receiver.url)
  const wamid = await writeAs(simulator, 'maria', { sentAt: '2026-11-20T10:00:00Z' })
  await receiver.until((received) => received.length > 0)
  const { body, signature, values } = receiver.received[0]!
  expect(signature).toBe(signWebhook(body, 'acme-app-secret'))
  expect(body).toContain('Hello\\/there \\u017c')
  expect(values[0]).toEqual({
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '48221234501', phone_number_id: NUMBER },
    contacts: [{ profile: { name: 'Maria Nowak' }, wa_id: '48601234567', user_id: 'PL.100000000000001' }],
    messages: [
      {
        from: '48601234567',
        from_user_id: 'PL.100000000000001',
        id: wamid,
        timestamp: String(Date.parse('2026-11-20T10:00:00Z') / 1000),
        text: { body: 'Hello/there ż' },
        type: 'text',
      },
    ],
  })
})

test('a webhook is tried again until it is answered 200', async () => {
  await listenAt(simulator, receiver.url)
  receiver.status = 500
  const wamid = await writeAs(simulator, 'maria')
  await receiver.until((received) => received.length >= 2)
  receiver.status = 200
  clock.advance(60_000)
  await receiver.until((received) => received.length >= 3)
  expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1)
  expect(receiver.messages().every((message) => message.id === wamid)).toBe(true)
})

test('an answer is told as sent, delivered and read, priced while it is under way', async () => {
  await listenAt(simulator, receiver.url)
  await writeAs(simulator, 'maria')
  const sent = await sendText(simulator, { to: '+48601234567' }, { biz_opaque_callback_data: 'attempt 1' })
  const [message] = sent.body.messages as { id: string }[]
  await receiver.until(() => receiver.statuses().length === 2)
  await call(simulator, 'POST', '/sim/chats/open', { customerId: 'maria', phoneNumberId: NUMBER })
  await receiver.until(() => receiver.statuses().length === 3)
  const statuses = receiver.statuses()
  expect(statuses.map((status) => status.status)).toEqual(['sent', 'delivered', 'read'])
  for (const status of statuses) {
    expect(status).toMatchObject({
      id: message!.id,
      recipient_id: '48601234567',
      recipient_user_id: 'PL.100000000000001',
      biz_opaque_callback_data: 'attempt 1',
    })
    expect(status).not.toHaveProperty('conversation')
  }
  const pricing = {
    billable: false,
    pricing_model: 'PMP',
    type: 'free_customer_service',
    category: 'service',
  }
  expect(statuses.map((status) => status.pricing)).toEqual([pricing, pricing, undefined])
})

test('somebody without a visible number is known and reached by user id alone', async () => {
  await listenAt(simulator, receiver.url)
  await writeAs(simulator, 'sam')
  const sent = await sendText(simulator, { recipient: 'US.100000000000003' })
  expect(sent.body.contacts).toEqual([{ input: 'US.100000000000003', user_id: 'US.100000000000003' }])
  await receiver.until(() => receiver.statuses().length === 2)
  const { contacts, messages } = receiver.received[0]!.values[0]!
  expect(contacts).toEqual([
    { profile: { name: 'Sam Rivera', username: 'samrivera' }, user_id: 'US.100000000000003' },
  ])
  expect(messages![0]).not.toHaveProperty('from')
  for (const status of receiver.statuses()) {
    expect(status).not.toHaveProperty('recipient_id')
    expect(status.recipient_user_id).toBe('US.100000000000003')
  }
})

test('a stranger to WhatsApp is reported as failed afterwards', async () => {
  await listenAt(simulator, receiver.url)
  expect((await sendText(simulator, { to: '+12025550100' })).status).toBe(200)
  await receiver.until(() => receiver.statuses().length === 1)
  expect(receiver.statuses()[0]).toMatchObject({
    status: 'failed',
    recipient_id: '12025550100',
    errors: [{ code: 131026 }],
  })
  expect(receiver.received[0]!.values[0]).not.toHaveProperty('contacts')
})

test('messages to two numbers of one account that fall together share a POST', async () => {
  await listenAt(simulator, receiver.url)
  await Promise.all([
    writeAs(simulator, 'maria'),
    writeAs(simulator, 'anna', { phoneNumberId: '210000000000002' }),
  ])
  await receiver.until(() => receiver.messages().length === 2)
  expect(receiver.received).toHaveLength(1)
  expect(receiver.received[0]!.values.map((value) => value.metadata.phone_number_id).sort()).toEqual([
    NUMBER,
    '210000000000002',
  ])
})

test('a phone that is off receives when it is on again', async () => {
  await listenAt(simulator, receiver.url)
  await writeAs(simulator, 'maria')
  await call(simulator, 'PATCH', '/sim/customers/maria', { online: false })
  await sendText(simulator, { to: '+48601234567' })
  await receiver.until(() => receiver.statuses().length === 1)
  clock.advance(60_000)
  expect(receiver.statuses()).toHaveLength(1)
  await call(simulator, 'PATCH', '/sim/customers/maria', { online: true })
  await receiver.until(() => receiver.statuses().length === 2)
  expect(receiver.statuses()[1]!.status).toBe('delivered')
})
