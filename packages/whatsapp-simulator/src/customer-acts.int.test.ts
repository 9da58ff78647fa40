import { NUMBER } from './testing/business.ts'
import { MARIA, METADATA, SECONDS, startChatWithMaria } from './testing/chat-with-maria.ts'

const {
  act,
  changeMaria,
  changes,
  mariaWrites,
  messages,
  received,
  request,
  send,
  statuses,
  textMaria,
  until,
} = startChatWithMaria()

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

test('who stops marketing gets none until it is taken up again, and everything else all the time', async () => {
  await mariaWrites()
  expect((await act('preferences', { value: 'stop' })).body.customer.marketingStopped).toBe(true)
  await until(() => changes().some((change) => change.field === 'user_preferences'))
  expect(changes().find((change) => change.field === 'user_preferences')!.value).toEqual({
    messaging_product: 'whatsapp',
    metadata: METADATA,
    contacts: [MARIA],
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
  expect((await send(MARKETING)).status).toBe(200)
  await until(() => statuses().length === 1)
  expect(statuses()[0]).toMatchObject({ status: 'failed', errors: [{ code: 131050 }] })
  await textMaria()
  await until(() => statuses().length === 3)
  await act('preferences', { value: 'resume' })
  await send(MARKETING)
  await until(() => statuses().length === 5)
  expect(statuses().map((status) => status.status)).toEqual([
    'failed',
    'sent',
    'delivered',
    'sent',
    'delivered',
  ])
})

test('an old WhatsApp shows texts, but no template', async () => {
  await mariaWrites()
  await changeMaria({ oldClient: true })
  await send(MARKETING)
  await until(() => statuses().length === 1)
  expect(statuses()[0]).toMatchObject({ status: 'failed', errors: [{ code: 131026 }] })
  await textMaria()
  await until(() => statuses().length === 3)
})

test('what was sent to somebody who blocks the number never arrives, also when they no longer do', async () => {
  await mariaWrites()
  await changeMaria({ block: METADATA.phone_number_id })
  await textMaria()
  await until(() => statuses().length === 1)
  await changeMaria({ unblock: METADATA.phone_number_id, online: false })
  await changeMaria({ online: true })
  await textMaria()
  await until(() => statuses().length === 3)
  expect(statuses().map(({ status }) => status)).toEqual(['sent', 'sent', 'delivered'])
})

test('a new user id is told in two fields, from the id known until then', async () => {
  const { body } = await act('user-id-changes', {})
  const current = body.customer.userId
  expect(current).toMatch(/^PL\.\d+$/)
  await until(() => changes().length === 2)
  expect(messages()[0]).toMatchObject({
    from_user_id: 'PL.100000000000001',
    type: 'system',
    system: { type: 'user_changed_user_id', user_id: current, wa_id: '48601234567' },
  })
  const update = changes().find((change) => change.field === 'user_id_update')!
  expect(update.value).toMatchObject({
    contacts: [{ ...MARIA, user_id: current }],
    user_id_update: [{ wa_id: '48601234567', user_id: { previous: 'PL.100000000000001', current } }],
  })
})

test.each([
  ['answered', { status: 'COMPLETED', duration: 60 }],
  ['missed', { status: 'FAILED' }],
])('a call that is %s connects, ends, and opens the window', async (outcome, end) => {
  const { body } = await act('calls', { outcome })
  const calls = () => changes().flatMap((change) => change.value.calls as Record<string, unknown>[])
  await until(() => calls().length === 2)
  expect(changes()[0]!.field).toBe('calls')
  const common = {
    id: body.callId,
    from: '48601234567',
    from_user_id: 'PL.100000000000001',
    to: '48221234501',
    direction: 'USER_INITIATED',
    timestamp: SECONDS,
  }
  expect(calls()[0]).toEqual({
    ...common,
    event: 'connect',
    session: { sdp_type: 'offer', sdp: expect.stringMatching(/^v=0/) },
  })
  expect(calls()[1]).toMatchObject({ ...common, event: 'terminate', ...end })
  expect((await textMaria()).status).toBe(200)
})

test('a call that rings ends when it is told to', async () => {
  const { body } = await act('calls', { outcome: 'ringing' })
  await act('calls', { outcome: 'missed', callId: body.callId })
  await until(() => changes().length > 0 && received().at(-1)!.body.includes('terminate'))
  expect(JSON.stringify(changes()).match(/"event":"connect"/g)).toHaveLength(1)
})

test('only somebody with a username can hide the number, and then no business sees it', async () => {
  expect((await changeMaria({ phoneHidden: true })).body.code).toBe('username_needed')
  expect((await changeMaria({ username: 'samrivera' })).body.code).toBe('taken')
  expect((await changeMaria({ username: 'maria.n', phoneHidden: true })).status).toBe(200)
  await mariaWrites()
  await until(() => messages().length === 1)
  expect(messages()[0]).not.toHaveProperty('from')
  expect(received()[0]!.values[0]!.contacts).toEqual([
    { profile: { name: 'Maria Nowak', username: 'maria.n' }, user_id: 'PL.100000000000001' },
  ])
})

test.each([
  ['a thousand people', {}, 1000, 1000],
  ['one person', { customerId: 'anna' }, 40, 1],
])('a burst of %s is one delivery', async (_case, who, count, people) => {
  const { body } = await request('POST', '/sim/bursts', { phoneNumberId: NUMBER, count, ...who })
  expect(body.wamids).toHaveLength(count)
  await until(() => received().length > 0)
  expect(received()).toHaveLength(1)
  const [value] = received()[0]!.values
  expect(value!.messages!.map((message) => message.id)).toEqual(body.wamids)
  expect(value!.contacts).toHaveLength(people)
})

test('a burst of more than a thousand is refused', async () => {
  expect((await request('POST', '/sim/bursts', { phoneNumberId: NUMBER, count: 1001 })).status).toBe(400)
})
