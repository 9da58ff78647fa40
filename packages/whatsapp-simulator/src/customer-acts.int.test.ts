import { type Simulator, startSimulator } from './simulator.ts'
import { APP, APP_TOKEN, call, listenAt, NUMBER, sendText, WABA, writeAs } from './testing/business.ts'
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

const chat = { customerId: 'maria', phoneNumberId: NUMBER }
const act = (path: string, body: Record<string, unknown>) =>
  call(simulator, 'POST', `/sim/${path}`, { ...chat, ...body })
const changes = () => receiver.received.flatMap((one) => one.changes)
const metadata = { display_phone_number: '48221234501', phone_number_id: NUMBER }
const maria = { profile: { name: 'Maria Nowak' }, wa_id: '48601234567', user_id: 'PL.100000000000001' }
const seconds = expect.stringMatching(/^\d{10}$/)
const MARKETING = {
  messaging_product: 'whatsapp',
  to: '+48601234567',
  type: 'template',
  template: {
    name: 'welcome_back',
    language: { code: 'en_US' },
    components: [
      { type: 'body', parameters: [{ type: 'text', parameter_name: 'first_name', text: 'Maria' }] },
    ],
  },
}
const sendGraph = (body: unknown) => call(simulator, 'POST', `/v26.0/${NUMBER}/messages`, body)

test.each([
  [{ text: 'From the shop' }, { type: 'text', text: { body: 'From the shop' } }],
  [
    {
      content: {
        type: 'edit',
        edit: { original_message_id: 'wamid.X', message: { type: 'text', text: { body: 'b' } } },
      },
    },
    {
      type: 'edit',
      edit: { original_message_id: 'wamid.X', message: { type: 'text', text: { body: 'b' } } },
    },
  ],
  [
    { content: { type: 'revoke', revoke: { original_message_id: 'wamid.X' } } },
    { type: 'revoke', revoke: { original_message_id: 'wamid.X' } },
  ],
])('what the business writes on its phone, %j, is echoed and opens no window', async (input, wire) => {
  const { body } = await act('echoes', input)
  await receiver.until(() => changes().length === 1)
  expect(changes()[0]).toEqual({
    field: 'smb_message_echoes',
    value: {
      messaging_product: 'whatsapp',
      metadata,
      contacts: [maria],
      message_echoes: [
        {
          from: '48221234501',
          to: '48601234567',
          to_user_id: 'PL.100000000000001',
          id: body.message.wamid,
          timestamp: seconds,
          ...wire,
        },
      ],
    },
  })
  expect((await sendText(simulator, { to: '+48601234567' })).body.error.code).toBe(131047)
})

test('a business’s phone fills in no form of a customer', async () => {
  const content = { type: 'button', button: { payload: 'x', text: 'x' } }
  expect((await act('echoes', { content })).status).toBe(400)
})

test('history comes as threads with the status each message had, and is on the phone', async () => {
  const messages = [
    { from: 'customer', text: 'Hello', sentAt: '2026-09-01T10:00:00Z' },
    { from: 'business', text: 'Hi', sentAt: '2026-09-01T10:01:00Z', status: 'PLAYED' },
    { from: 'customer', mediaPlaceholder: true, sentAt: '2026-09-01T10:02:00Z' },
  ]
  const { body } = await act('history', { phase: 1, threads: [{ customerId: 'maria', messages }] })
  await receiver.until(() => changes().length === 1)
  const at = (iso: string) => String(Date.parse(iso) / 1000)
  const customer = { from: '48601234567', from_user_id: 'PL.100000000000001' }
  expect(changes()[0]).toEqual({
    field: 'history',
    value: {
      messaging_product: 'whatsapp',
      metadata,
      history: [
        {
          metadata: { phase: 1, chunk_order: 1, progress: 100 },
          threads: [
            {
              id: '48601234567',
              messages: [
                {
                  ...customer,
                  id: body.wamids[0],
                  timestamp: at('2026-09-01T10:00:00Z'),
                  type: 'text',
                  text: { body: 'Hello' },
                  history_context: { status: 'READ' },
                },
                {
                  from: '48221234501',
                  to: '48601234567',
                  to_user_id: 'PL.100000000000001',
                  id: body.wamids[1],
                  timestamp: at('2026-09-01T10:01:00Z'),
                  type: 'text',
                  text: { body: 'Hi' },
                  history_context: { status: 'PLAYED' },
                },
                {
                  ...customer,
                  id: body.wamids[2],
                  timestamp: at('2026-09-01T10:02:00Z'),
                  type: 'media_placeholder',
                  history_context: { status: 'READ' },
                },
              ],
            },
          ],
        },
      ],
    },
  })
  const stored = await call(simulator, 'GET', '/sim/messages?customerId=maria')
  expect(stored.body.items).toHaveLength(3)
})

test('a business that keeps its history to itself sends only the refusal', async () => {
  await act('history', { declined: true })
  await receiver.until(() => changes().length === 1)
  expect(changes()[0]!.value.history).toEqual([{ errors: [expect.objectContaining({ code: 2593109 })] }])
})

test('who stops marketing gets none until it is taken up again, and everything else all the time', async () => {
  await writeAs(simulator, 'maria')
  expect((await act('preferences', { value: 'stop' })).body.customer.marketingStopped).toBe(true)
  await receiver.until(() => changes().some((change) => change.field === 'user_preferences'))
  expect(changes().find((change) => change.field === 'user_preferences')!.value).toEqual({
    messaging_product: 'whatsapp',
    metadata,
    contacts: [maria],
    user_preferences: [
      {
        wa_id: '48601234567',
        user_id: 'PL.100000000000001',
        detail: 'User requested to stop marketing messages',
        category: 'marketing_messages',
        value: 'stop',
        timestamp: expect.any(Number),
      },
    ],
  })
  expect((await sendGraph(MARKETING)).status).toBe(200)
  await receiver.until(() => receiver.statuses().length === 1)
  expect(receiver.statuses()[0]).toMatchObject({ status: 'failed', errors: [{ code: 131050 }] })
  await sendText(simulator, { to: '+48601234567' })
  await receiver.until(() => receiver.statuses().length === 3)
  await act('preferences', { value: 'resume' })
  await sendGraph(MARKETING)
  await receiver.until(() => receiver.statuses().length === 5)
  expect(receiver.statuses().map((status) => status.status)).toEqual([
    'failed',
    'sent',
    'delivered',
    'sent',
    'delivered',
  ])
})

test('an old WhatsApp shows texts, but no template', async () => {
  await writeAs(simulator, 'maria')
  await call(simulator, 'PATCH', '/sim/customers/maria', { oldClient: true })
  await sendGraph(MARKETING)
  await receiver.until(() => receiver.statuses().length === 1)
  expect(receiver.statuses()[0]).toMatchObject({ status: 'failed', errors: [{ code: 131026 }] })
  await sendText(simulator, { to: '+48601234567' })
  await receiver.until(() => receiver.statuses().length === 3)
})

test('a new user id is told in two fields, from the id known until then', async () => {
  const { body } = await act('user-id-changes', {})
  const current = body.customer.userId
  expect(current).toMatch(/^PL\.\d+$/)
  await receiver.until(() => changes().length === 2)
  expect(receiver.messages()[0]).toMatchObject({
    from_user_id: 'PL.100000000000001',
    type: 'system',
    system: { type: 'user_changed_user_id', user_id: current, wa_id: '48601234567' },
  })
  const update = changes().find((change) => change.field === 'user_id_update')!
  expect(update.value).toMatchObject({
    contacts: [{ ...maria, user_id: current }],
    user_id_update: [{ wa_id: '48601234567', user_id: { previous: 'PL.100000000000001', current } }],
  })
})

test.each([
  ['answered', { status: 'COMPLETED', duration: 60 }],
  ['missed', { status: 'FAILED' }],
])('a call that is %s connects, ends, and opens the window', async (outcome, end) => {
  const { body } = await act('calls', { outcome })
  const calls = () => changes().flatMap((change) => change.value.calls as Record<string, unknown>[])
  await receiver.until(() => calls().length === 2)
  expect(changes()[0]!.field).toBe('calls')
  const common = {
    id: body.callId,
    from: '48601234567',
    from_user_id: 'PL.100000000000001',
    to: '48221234501',
    direction: 'USER_INITIATED',
    timestamp: seconds,
  }
  expect(calls()[0]).toEqual({
    ...common,
    event: 'connect',
    session: { sdp_type: 'offer', sdp: expect.stringMatching(/^v=0/) },
  })
  expect(calls()[1]).toMatchObject({ ...common, event: 'terminate', ...end })
  expect((await sendText(simulator, { to: '+48601234567' })).status).toBe(200)
})

test('a call that rings ends when it is told to', async () => {
  const { body } = await act('calls', { outcome: 'ringing' })
  await act('calls', { outcome: 'missed', callId: body.callId })
  await receiver.until(() => changes().length > 0 && receiver.received.at(-1)!.body.includes('terminate'))
  expect(JSON.stringify(changes()).match(/"event":"connect"/g)).toHaveLength(1)
})

test('what Meta decides about the account is passed on as it is, with the entry’s time', async () => {
  const event = { wabaId: WABA, field: 'account_update', value: { event: 'ACCOUNT_OFFBOARDED' } }
  expect((await call(simulator, 'POST', '/sim/account-events', event)).status).toBe(201)
  await receiver.until(() => changes().length === 1)
  expect(changes()[0]).toEqual({
    field: 'account_update',
    value: { event: 'ACCOUNT_OFFBOARDED' },
    time: expect.any(Number),
  })
})

test('with a callback of its own the app gets other fields there, and only those it asked for', async () => {
  const own = await startReceiver()
  const subscription = {
    object: 'whatsapp_business_account',
    callback_url: own.url,
    verify_token: 'v',
    fields: 'messages,calls',
  }
  await call(simulator, 'POST', `/v26.0/${APP}/subscriptions`, subscription, APP_TOKEN)
  await act('preferences', { value: 'stop' })
  await act('calls', { outcome: 'missed' })
  await writeAs(simulator, 'maria')
  await Promise.all([own.until((all) => all.length === 1), receiver.until((all) => all.length === 1)])
  expect(own.received[0]!.changes.map((change) => change.field)).toEqual(['calls'])
  expect(changes().map((change) => change.field)).toEqual(['messages'])
  await own.close()
})

test.each([
  ['a thousand people', {}, 1000, 1000],
  ['one person', { customerId: 'anna' }, 40, 1],
])('a burst of %s is one delivery', async (_case, who, count, people) => {
  const { body } = await call(simulator, 'POST', '/sim/bursts', { phoneNumberId: NUMBER, count, ...who })
  expect(body.wamids).toHaveLength(count)
  await receiver.until((received) => received.length > 0)
  expect(receiver.received).toHaveLength(1)
  const [value] = receiver.received[0]!.values
  expect(value!.messages!.map((message) => message.id)).toEqual(body.wamids)
  expect(value!.contacts).toHaveLength(people)
})

test('a burst of more than a thousand is refused', async () => {
  expect((await call(simulator, 'POST', '/sim/bursts', { phoneNumberId: NUMBER, count: 1001 })).status).toBe(
    400,
  )
})

test('only somebody with a username can hide the number, and then no business sees it', async () => {
  const change = (what: Record<string, unknown>) => call(simulator, 'PATCH', '/sim/customers/maria', what)
  expect((await change({ phoneHidden: true })).body.code).toBe('username_needed')
  expect((await change({ username: 'samrivera' })).body.code).toBe('taken')
  expect((await change({ username: 'maria.n', phoneHidden: true })).status).toBe(200)
  await writeAs(simulator, 'maria')
  await receiver.until(() => receiver.messages().length === 1)
  expect(receiver.messages()[0]).not.toHaveProperty('from')
  expect(receiver.received[0]!.values[0]!.contacts).toEqual([
    { profile: { name: 'Maria Nowak', username: 'maria.n' }, user_id: 'PL.100000000000001' },
  ])
})
