import { createClock, type ShiftableClock } from './clock.ts'
import { type Simulator, startSimulator } from './simulator.ts'
import { call, NUMBER, sendText, WABA, writeAs } from './testing/business.ts'

const HOUR_MS = 3_600_000
const PIN = '123456'

let clock: ShiftableClock
let simulator: Simulator
beforeEach(async () => {
  clock = createClock()
  simulator = await startSimulator({ port: 0, clock })
})
afterEach(() => simulator.close())

const graph = (path: string, body?: unknown) => call(simulator, 'POST', `/v26.0/${path}`, body)
const fieldsOf = async (id: string, fields: string) =>
  (await call(simulator, 'GET', `/v26.0/${id}?fields=${fields}`)).body
const codeOf = async (id: string): Promise<string> => {
  const { items } = (await call(simulator, 'GET', '/sim/numbers')).body
  return items.find((number: { id: string }) => number.id === id).verificationCode
}
const register = (id: string, pin = PIN) => graph(`${id}/register`, { messaging_product: 'whatsapp', pin })
const deregister = (id: string) => graph(`${id}/deregister`)
const newNumber = async (phone_number = '221234599') =>
  (await graph(`${WABA}/phone_numbers`, { cc: '48', phone_number, verified_name: 'Acme Repairs' })).body.id
const errorOf = async (answer: ReturnType<typeof graph>) => (await answer).body.error?.code

test('a new number is verified with the code it gets, registered with a first PIN, and then sends', async () => {
  const id = await newNumber()
  expect(await fieldsOf(id, 'status,code_verification_status,is_pin_enabled,display_phone_number')).toEqual({
    id,
    status: 'PENDING',
    code_verification_status: 'NOT_VERIFIED',
    is_pin_enabled: false,
    display_phone_number: '+48 221 234 599',
  })
  expect(await errorOf(register(id))).toBe(133006)
  expect(await errorOf(graph(`${id}/verify_code`, { code: '000000' }))).toBe(136024)
  await graph(`${id}/request_code`, { code_method: 'SMS', language: 'en_US' })
  const code = await codeOf(id)
  const wrong = code === '000000' ? '000001' : '000000'
  expect(await errorOf(graph(`${id}/verify_code`, { code: wrong }))).toBe(136024)
  const typed = `${code.slice(0, 3)}-${code.slice(3)}`
  expect((await graph(`${id}/verify_code`, { code: typed })).body).toEqual({ success: true, id })
  expect(await codeOf(id)).toBeNull()
  await writeAs(simulator, 'maria', { phoneNumberId: id })
  const send = () => {
    const body = { messaging_product: 'whatsapp', to: '+48601234567', text: { body: 'Hi' } }
    return graph(`${id}/messages`, body)
  }
  expect(await errorOf(send())).toBe(133010)
  expect((await register(id, '777777')).body).toEqual({ success: true })
  expect((await send()).status).toBe(200)
  expect(await fieldsOf(id, 'status,is_pin_enabled,throughput')).toEqual({
    id,
    status: 'CONNECTED',
    is_pin_enabled: true,
    throughput: { level: 'STANDARD' },
  })
  const listed = await call(simulator, 'GET', `/v26.0/${WABA}/phone_numbers`)
  expect(listed.body.data).toHaveLength(3)
})

test('a code is good for ten minutes', async () => {
  const id = await newNumber()
  await graph(`${id}/request_code`, { code_method: 'VOICE', language: 'pl' })
  const code = await codeOf(id)
  clock.advance(10 * 60_000)
  expect((await graph(`${id}/verify_code`, { code })).body.error.error_data.details).toMatch(/expired/)
})

test('a number is registered with its own PIN only, and a few wrong ones end the guessing for an hour', async () => {
  await deregister(NUMBER)
  expect(await errorOf(sendText(simulator, { to: '+48601234567' }))).toBe(133010)
  for (let guess = 0; guess < 5; guess += 1) expect(await errorOf(register(NUMBER, '000000'))).toBe(133005)
  expect(await errorOf(register(NUMBER))).toBe(133008)
  clock.advance(HOUR_MS)
  expect((await register(NUMBER)).status).toBe(200)
})

test('a number is registered ten times in 72 hours, and deregistered ten times beside it', async () => {
  for (let round = 0; round < 10; round += 1) {
    expect((await deregister(NUMBER)).status).toBe(200)
    expect((await register(NUMBER)).status).toBe(200)
  }
  expect(await errorOf(register(NUMBER))).toBe(133016)
  expect(await errorOf(deregister(NUMBER))).toBe(133016)
  clock.advance(72 * HOUR_MS)
  expect((await deregister(NUMBER)).status).toBe(200)
})

test('the PIN is changed by Graph, and switched off as in WhatsApp Manager', async () => {
  expect(await errorOf(graph(NUMBER, { pin: '12' }))).toBe(100)
  expect((await graph(NUMBER, { pin: '987654' })).body).toEqual({ success: true })
  expect(await errorOf(register(NUMBER))).toBe(133005)
  expect((await register(NUMBER, '987654')).status).toBe(200)
  await call(simulator, 'DELETE', `/sim/numbers/${NUMBER}/pin`)
  expect(await fieldsOf(NUMBER, 'is_pin_enabled')).toMatchObject({ is_pin_enabled: false })
  expect((await register(NUMBER, '111111')).status).toBe(200)
})

test.each([
  ['verify_code', {}],
  ['request_code', { code_method: 'PIGEON', language: 'en' }],
  ['request_code', { code_method: 'SMS' }],
  ['register', { pin: PIN }],
  ['register', { messaging_product: 'whatsapp', pin: '12345' }],
  ['register', { messaging_product: 'whatsapp', pin: PIN, data_localization_region: 'Poland' }],
])('%s with %j is refused', async (path, body) => {
  expect(await errorOf(graph(`${NUMBER}/${path}`, body))).toBe(100)
})

test('a verified number gets no code, and a number of somebody else is unknown', async () => {
  const code = { code_method: 'SMS', language: 'en' }
  expect(await errorOf(graph(`${NUMBER}/request_code`, code))).toBe(136024)
  const { body } = await graph('220000000000001/request_code', code)
  expect(body.error.error_subcode).toBe(33)
})

test('a number that somebody has cannot be added, nor more than twenty to a portfolio', async () => {
  const add = (phone_number: string, cc = '48') =>
    graph(`${WABA}/phone_numbers`, { cc, phone_number, verified_name: 'X' })
  expect((await add('221234501')).status).toBe(409)
  expect((await add('48601234567')).status).toBe(409)
  expect(await errorOf(add('12'))).toBe(100)
  expect(await errorOf(graph(`${WABA}/phone_numbers`, { cc: '48', phone_number: '221234577' }))).toBe(100)
  for (let index = 0; index < 17; index += 1) expect((await add(`2212346${10 + index}`)).status).toBe(200)
  expect(await errorOf(add('221234699'))).toBe(200)
})
