import { type Simulator, startSimulator } from './simulator.ts'
import { call, NUMBER, TOKEN, WABA, writeAs } from './testing/business.ts'
import { type Receiver, startReceiver } from './testing/receiver.ts'

const SUPPORT = '210000000000002'
const RENTALS = '210000000000003'
const RENTALS_WABA = '110000000000002'
const BIRCH = '220000000000001'

let simulator: Simulator
let acme: Receiver
let birch: Receiver
beforeEach(async () => {
  simulator = await startSimulator({ port: 0 })
  ;[acme, birch] = await Promise.all([startReceiver(), startReceiver()])
  const listen = (wabaId: string, url: string, token: string) => {
    const body = { override_callback_uri: url, verify_token: 'v' }
    return call(simulator, 'POST', `/${wabaId}/subscribed_apps`, body, token)
  }
  await listen(WABA, acme.url, TOKEN)
  await listen(RENTALS_WABA, acme.url, TOKEN)
  await listen('120000000000001', birch.url, 'birch-access-token')
})
afterEach(async () => {
  await simulator.close()
  await Promise.all([acme.close(), birch.close()])
})

const writeTo = (phoneNumberId: string) => writeAs(simulator, 'maria', { phoneNumberId })
const sendTo = (phoneNumberId: string, to: object, token = TOKEN) =>
  call(
    simulator,
    'POST',
    `/v26.0/${phoneNumberId}/messages`,
    { messaging_product: 'whatsapp', ...to, text: { body: 'Hi' } },
    token,
  )

test('a person has one user id with all accounts of a portfolio, and another with the next portfolio', async () => {
  for (const number of [NUMBER, SUPPORT, RENTALS, BIRCH]) await writeTo(number)
  await acme.until(() => acme.messages().length === 3)
  await birch.until(() => birch.messages().length === 1)
  const ids = acme.messages().map((message) => message.from_user_id)
  expect(new Set(ids)).toEqual(new Set(['PL.100000000000001']))
  const [elsewhere] = birch.messages().map((message) => message.from_user_id)
  expect(elsewhere).toMatch(/^PL\.\d{15}$/)
  expect(elsewhere).not.toBe('PL.100000000000001')

  expect((await sendTo(RENTALS, { recipient: 'PL.100000000000001' })).status).toBe(200)
  expect((await sendTo(BIRCH, { recipient: elsewhere }, 'birch-access-token')).status).toBe(200)
  await birch.until(() => birch.statuses().length === 2)
  expect(birch.statuses()[0]).toMatchObject({ status: 'sent', recipient_user_id: elsewhere })
  await sendTo(BIRCH, { recipient: 'PL.100000000000001' }, 'birch-access-token')
  await birch.until(() => birch.statuses().length === 3)
  expect(birch.statuses()[2]).toMatchObject({ status: 'failed', errors: [{ code: 131026 }] })
})

test('two accounts of a portfolio say that they are of one', async () => {
  const ownerOf = async (wabaId: string, token = TOKEN) => {
    const path = `/v26.0/${wabaId}?fields=owner_business_info{id,name}`
    return (await call(simulator, 'GET', path, undefined, token)).body.owner_business_info
  }
  expect(await ownerOf(WABA)).toEqual({ id: '910000000000001', name: 'Acme Outdoor' })
  expect(await ownerOf(RENTALS_WABA)).toEqual(await ownerOf(WABA))
  expect(await ownerOf('120000000000001', 'birch-access-token')).not.toEqual(await ownerOf(WABA))
})

test('a change of number is told to every number of the chats, with another user id of each portfolio', async () => {
  for (const number of [NUMBER, BIRCH]) await writeTo(number)
  const change = await call(simulator, 'POST', '/sim/number-changes', {
    customerId: 'maria',
    phone: '+48 700 100 200',
  })
  expect(change.body.customer).toMatchObject({ phone: '+48700100200' })
  expect(change.body.customer.userId).not.toBe('PL.100000000000001')
  const fieldsTold = (receiver: Receiver) =>
    receiver.received.flatMap(({ changes }) => changes.map(({ field }) => field))
  await acme.until(() => acme.messages().length === 3 && fieldsTold(acme).includes('user_id_update'))
  await birch.until(() => birch.messages().length === 3 && fieldsTold(birch).includes('user_id_update'))
  expect(acme.messages().slice(1)).toMatchObject([
    {
      from: '48601234567',
      from_user_id: 'PL.100000000000001',
      type: 'system',
      system: { type: 'user_changed_number', wa_id: '48700100200' },
    },
    {
      from_user_id: 'PL.100000000000001',
      system: {
        type: 'user_changed_user_id',
        user_id: change.body.customer.userId,
        wa_id: '48700100200',
      },
    },
  ])
  const [first] = birch.messages()
  await writeTo(BIRCH)
  await birch.until(() => birch.messages().length === 4)
  expect(birch.messages()[3]).toMatchObject({ from: '48700100200' })
  expect(birch.messages()[3]!.from_user_id).not.toBe(first!.from_user_id)
  expect(
    (await call(simulator, 'POST', '/sim/number-changes', { customerId: 'maria', phone: '+4915123456789' }))
      .body.code,
  ).toBe('taken')
})

test('who takes over a number writes from the same phone with a name and a user id of their own', async () => {
  await writeTo(NUMBER)
  const { body } = await call(simulator, 'POST', '/sim/number-takeovers', {
    customerId: 'maria',
    name: 'Olga Wit',
  })
  expect(body.previous).toMatchObject({ id: 'maria', phone: null, online: false })
  await writeAs(simulator, body.customer.id)
  await acme.until(() => acme.messages().length === 2)
  const [before, after] = acme.messages()
  expect(after!.from).toBe(before!.from)
  expect(after!.from_user_id).not.toBe(before!.from_user_id)
  const contacts = acme.received.flatMap(({ values }) => values.flatMap((value) => value.contacts ?? []))
  expect(contacts.map((contact) => contact.profile)).toEqual([{ name: 'Maria Nowak' }, { name: 'Olga Wit' }])
  const again = await call(simulator, 'POST', '/sim/number-takeovers', { customerId: 'maria', name: 'X' })
  expect(again.body.code).toBe('no_phone')
})
