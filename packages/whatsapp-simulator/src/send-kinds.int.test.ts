import { type Simulator, startSimulator } from './simulator.ts'
import { type Answer, call, listenAt, NUMBER, writeAs } from './testing/business.ts'
import { startReceiver } from './testing/receiver.ts'
import { validSends } from './testing/sends.ts'
import { templateSend, templateSends } from './testing/template-sends.ts'
import { fillIn, uploadStandIns } from './testing/uploads.ts'

let simulator: Simulator
let inbound: string
let values: Record<string, string>

beforeAll(async () => {
  simulator = await startSimulator({ port: 0 })
})
beforeEach(async () => {
  await call(simulator, 'POST', '/sim/reset')
  inbound = await writeAs(simulator, 'maria')
  values = { '{inbound}': inbound, ...(await uploadStandIns(simulator)) }
})
afterAll(() => simulator.close())

const send = (content: unknown, to: object = { to: '+48601234567' }) =>
  call(simulator, 'POST', `/v26.0/${NUMBER}/messages`, {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    ...to,
    ...fillIn(content as object, values),
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
  const sent = fillIn(content[type] as Record<string, unknown>, values)
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

test('what an answer quotes is a message of this chat that is no reaction', async () => {
  const quote = (message_id: string, to?: object) => send({ ...validSends.text, context: { message_id } }, to)
  const reaction = await send(validSends.reaction)
  for (const wamid of [reaction.body.messages[0].id, 'wamid.none', await writeAs(simulator, 'anna')])
    expect((await quote(wamid)).body.error.code).toBe(131009)
  expect((await quote(inbound)).status).toBe(200)
})

test('with the hash of an identity that has changed nothing is sent', async () => {
  const withHash = (hash: string) => send({ ...validSends.text, recipient_identity_key_hash: hash })
  expect((await withHash('old')).status).toBe(200)
  const identity = { acknowledged: true, created_timestamp: '1', hash: 'new' }
  const content = { type: 'system', system: { type: 'customer_identity_changed', identity } }
  await writeAs(simulator, 'maria', { text: undefined, content })
  expect((await withHash('old')).body.error.code).toBe(137000)
  expect((await withHash('new')).status).toBe(200)
})

test('of a voice message the business is told once that it was played, of other audio never', async () => {
  const receiver = await startReceiver()
  await listenAt(simulator, receiver.url)
  const play = (answer: Answer) =>
    call(simulator, 'POST', `/sim/messages/${encodeURIComponent(answer.body.messages[0].id)}/played`)
  const voice = await send(validSends['voice message'])
  await play(voice)
  await play(voice)
  expect((await play(await send(validSends.audio))).body.code).toBe('not_a_voice_message')
  const toldOf = () => receiver.statuses().filter((status) => status.id === voice.body.messages[0].id)
  await receiver.until(() => toldOf().length >= 4)
  await receiver.close()
  expect(toldOf().map((status) => status.status)).toEqual(['sent', 'delivered', 'read', 'played'])
  expect(toldOf()[3]).not.toHaveProperty('pricing')
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
