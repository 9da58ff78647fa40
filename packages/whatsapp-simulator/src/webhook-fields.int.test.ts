import { APP, APP_TOKEN, WABA } from './testing/business.ts'
import { startChatWithMaria } from './testing/chat-with-maria.ts'
import { startReceiver } from './testing/receiver.ts'

const { act, changes, mariaWrites, received, request, until } = startChatWithMaria()

test('what Meta decides about the account is passed on as it is, with the entry’s time', async () => {
  const event = { wabaId: WABA, field: 'account_update', value: { event: 'ACCOUNT_OFFBOARDED' } }
  expect((await request('POST', '/sim/account-events', event)).status).toBe(201)
  await until(() => changes().length === 1)
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
  await request('POST', `/v26.0/${APP}/subscriptions`, subscription, APP_TOKEN)
  await act('preferences', { value: 'stop' })
  await act('calls', { outcome: 'missed' })
  await mariaWrites()
  await Promise.all([own.until((all) => all.length === 1), until(() => received().length === 1)])
  expect(own.received[0]!.changes.map((change) => change.field)).toEqual(['calls'])
  expect(changes().map((change) => change.field)).toEqual(['messages'])
  await own.close()
})
