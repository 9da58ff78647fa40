import { type Simulator, startSimulator } from './simulator.ts'
import { type Answer, call, listenAt, NUMBER, writeAs } from './testing/business.ts'
import { startReceiver } from './testing/receiver.ts'
import { validSends } from './testing/sends.ts'
import { templateSend, templateSends } from './testing/template-sends.ts'

let simulator: Simulator
let inbound: string

beforeAll(async () => {
  simulator = await startSimulator({ port: 0 })
})
beforeEach(async () => {
  await call(simulator, 'POST', '/sim/reset')
  inbound = await writeAs(simulator, 'maria')
})
afterAll(() => simulator.close())

const send = (content: unknown, to: object = { to: '+48601234567' }) =>
  call(simulator, 'POST', `/v26.0/${NUMBER}/messages`, {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    ...to,
    ...JSON.parse(JSON.stringify(content).replaceAll('{inbound}', inbound)),
  })

const lastSent = async () => {
  const { body } = await call(simulator, 'GET', '/sim/messages?direction=outbound')
  return body.items.at(-1)
}

test.each(Object.keys(validSends))('%s is accepted and is on the phone as it was sent', async (name) => {
  const content = validSends[name]!
  const { status, body } = await send(content)
  expect({ status, error: body.error }).toEqual({ status: 200, error: undefined })
  const message = await lastSent()
  const type = String(content.type ?? 'text')
  expect(message.wamid).toBe(body.messages[0].id)
  expect(message.content.type).toBe(type)
  const sent = JSON.parse(JSON.stringify(content[type]).replaceAll('{inbound}', inbound))
  if (type === 'text') expect(message.content.body).toBe(sent.body)
  else if (type === 'contacts') expect(message.content.payload).toEqual({ contacts: sent })
  else expect(message.content.payload).toEqual(name === 'audio' ? { id: String(sent.id) } : sent)
})

test.each(Object.keys(templateSends))('the template %s is accepted and filled in', async (name) => {
  const { status, body } = await send(templateSend(name))
  expect({ status, error: body.error }).toEqual({ status: 200, error: undefined })
  expect(body.messages[0].message_status).toBe('accepted')
  const { content } = await lastSent()
  expect(content.rendered.body).not.toMatch(/\{\{/)
})

test('a one-time code goes to a phone, not to a user id', async () => {
  const refused = await send(templateSend('sign_in_code'), { recipient: 'PL.100000000000001' })
  expect(refused.body.error.code).toBe(131062)
  const other = await send(templateSend('coupon_for_you'), { recipient: 'PL.100000000000001' })
  expect(other.body.contacts).toEqual([{ input: 'PL.100000000000001', user_id: 'PL.100000000000001' }])
})

test('a reaction needs a message of this chat that is no reaction', async () => {
  const react = (message_id: string, to?: object) =>
    send({ type: 'reaction', reaction: { message_id, emoji: '👍' } }, to)
  expect((await react('wamid.none')).body.error.code).toBe(131009)
  const first = await react(inbound)
  expect((await react(first.body.messages[0].id)).body.error.code).toBe(131009)
  await writeAs(simulator, 'anna')
  expect((await react(inbound, { to: '+4915123456789' })).body.error.code).toBe(131009)
})

test('of a reaction nothing is told but that it was sent', async () => {
  const receiver = await startReceiver()
  await listenAt(simulator, receiver.url)
  const reaction = await send(validSends.reaction)
  const later = await send(validSends.text)
  const wasRead = async (answer: Answer) => {
    const { id } = answer.body.messages[0]
    await call(simulator, 'POST', `/sim/messages/${encodeURIComponent(id)}/read`)
    return id
  }
  const ids = { reaction: await wasRead(reaction), later: await wasRead(later) }
  const toldOf = (id: string) =>
    receiver.statuses().flatMap((status) => (status.id === id ? [status.status] : []))
  await receiver.until(() => toldOf(ids.later).includes('read'))
  await receiver.close()
  expect(toldOf(ids.reaction)).toEqual(['sent'])
})

test('everything but a template needs an open window', async () => {
  for (const name of ['image by id', 'location', 'list']) {
    const { body } = await send(validSends[name], { to: '+4915123456789' })
    expect(body.error.code).toBe(131047)
  }
})

test('a send may come as a form, with objects as JSON text', async () => {
  const response = await fetch(`${simulator.url}/v26.0/${NUMBER}/messages`, {
    method: 'POST',
    headers: { Authorization: 'Bearer acme-access-token' },
    body: new URLSearchParams({
      messaging_product: 'whatsapp',
      to: '+48601234567',
      text: JSON.stringify({ body: 'By form' }),
      biz_opaque_callback_data: '{"order":7}',
    }),
  })
  expect(response.status).toBe(200)
  expect(await lastSent()).toMatchObject({
    content: { type: 'text', body: 'By form' },
    callbackData: '{"order":7}',
  })
})
