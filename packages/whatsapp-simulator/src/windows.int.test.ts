import { startChatWithMaria } from './testing/chat-with-maria.ts'

const { act, mariaWrites, received, request, send, statuses, textMaria, until } = startChatWithMaria()

const HOUR_MS = 3_600_000
const AD = { source_type: 'ad', source_id: '1', headline: 'Tents' }
const REMINDER = {
  messaging_product: 'whatsapp',
  to: '+48601234567',
  type: 'template',
  template: { name: 'appointment_reminder', language: { code: 'en_US' } },
}
const fromAd = (hoursAgo = 0) =>
  act('messages', {
    text: 'I saw your ad',
    referral: AD,
    sentAt: new Date(Date.now() - hoursAgo * HOUR_MS).toISOString(),
  })
const chat = async () => (await request('GET', '/sim/threads')).body.items[0]
const inHours = (iso: string) => Math.round((Date.parse(iso) - Date.now()) / HOUR_MS)

test('whoever lets 24 hours pass closes the window of that chat, and of no other', async () => {
  await mariaWrites()
  await act('messages', { customerId: 'anna', text: 'Hello' })
  expect((await textMaria()).status).toBe(200)
  const { body } = await act('elapsed-hours', {})
  expect(Date.parse(body.windowExpiresAt)).toBeLessThanOrEqual(Date.now())
  expect((await textMaria()).body.error.code).toBe(131047)
  expect(
    (await send({ messaging_product: 'whatsapp', to: '+4915123456789', text: { body: 'Hi' } })).status,
  ).toBe(200)
  await mariaWrites()
  expect((await textMaria()).status).toBe(200)
})

test('a chat can be made older by other numbers of hours', async () => {
  await mariaWrites()
  expect(inHours((await act('elapsed-hours', { hours: 23 })).body.windowExpiresAt)).toBe(1)
  expect((await textMaria()).status).toBe(200)
  expect((await act('elapsed-hours', { hours: 0 })).status).toBe(400)
})

test('the answer to a message from an advertisement makes everything free for 72 hours', async () => {
  await fromAd()
  expect(await chat()).toMatchObject({ freeEntryExpiresAt: null })
  await textMaria()
  await send(REMINDER)
  await until(() => statuses().length >= 4)
  for (const status of statuses()) {
    expect(status.pricing).toMatchObject({ billable: false, type: 'free_entry_point' })
    expect(status.conversation).toMatchObject({ origin: { type: 'referral_conversion' } })
    const { expiration_timestamp: seconds } = status.conversation as { expiration_timestamp: string }
    expect(inHours(new Date(Number(seconds) * 1000).toISOString())).toBe(72)
  }
  expect(inHours((await chat()).freeEntryExpiresAt)).toBe(72)
})

test('free content still needs the other window, and a template is free until the 72 hours are over', async () => {
  await fromAd()
  await textMaria()
  await act('elapsed-hours', { hours: 48 })
  expect((await textMaria()).body.error.code).toBe(131047)
  await send(REMINDER)
  await act('elapsed-hours', { hours: 24 })
  await send(REMINDER)
  await until(() => statuses().filter(({ status }) => status === 'sent').length === 3)
  const priced = statuses().filter(({ status }) => status === 'sent')
  expect(priced.map(({ pricing }) => (pricing as { type: string }).type)).toEqual([
    'free_entry_point',
    'free_entry_point',
    'regular',
  ])
  expect(priced[2]).not.toHaveProperty('conversation')
})

test('who is answered after more than a day is answered as everybody', async () => {
  await fromAd(25)
  await mariaWrites()
  await textMaria()
  await until(() => statuses().length > 0)
  expect(statuses()[0]!.pricing).toMatchObject({ type: 'free_customer_service' })
  expect(await chat()).toMatchObject({ freeEntryExpiresAt: null })
})

test('a reaction is no answer', async () => {
  const { body } = await fromAd()
  const reaction = { message_id: body.message.wamid, emoji: '👍' }
  await send({ messaging_product: 'whatsapp', to: '+48601234567', type: 'reaction', reaction })
  await until(() => received().length > 1)
  expect(await chat()).toMatchObject({ freeEntryExpiresAt: null, freeEntryOfferedUntil: expect.any(String) })
})
