import { type Simulator, startSimulator } from './simulator.ts'
import { APP, APP_TOKEN, call, NUMBER, sendText, TOKEN, WABA, writeAs } from './testing/business.ts'

let simulator: Simulator

beforeAll(async () => {
  simulator = await startSimulator({ port: 0 })
})
afterEach(() => call(simulator, 'POST', '/sim/reset'))
afterAll(() => simulator.close())

test('a free-form message outside the window gets exactly Meta’s 131047', async () => {
  const late = new Date(Date.now() - 25 * 3_600_000).toISOString()
  await writeAs(simulator, 'maria', { sentAt: late })
  const { status, headers, body } = await sendText(simulator, { to: '+48601234567' })
  expect(status).toBe(400)
  expect(body).toEqual({
    error: {
      message: '(#131047) Re-engagement message',
      type: 'OAuthException',
      code: 131047,
      error_data: {
        messaging_product: 'whatsapp',
        details:
          'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
      },
      fbtrace_id: expect.stringMatching(/^A[\w-]{22}$/),
    },
  })
  expect(headers.get('x-fb-trace-id')).toBe(body.error.fbtrace_id)
  expect(headers.get('facebook-api-version')).toBe('v26.0')
})

test('a template passes outside the window', async () => {
  const body = {
    messaging_product: 'whatsapp',
    to: '+48601234567',
    type: 'template',
    template: { name: 'appointment_reminder', language: { code: 'en_US' } },
  }
  const answer = await call(simulator, 'POST', `/v26.0/${NUMBER}/messages`, body)
  expect(answer.body.messages[0]).toEqual({
    id: expect.stringMatching(/^wamid\./),
    message_status: 'accepted',
  })
  expect(answer.body.contacts).toEqual([{ input: '+48601234567', wa_id: '48601234567' }])
})

test.each([
  ['no token', `/v26.0/${NUMBER}`, null, 401, 0],
  ['a wrong token', `/v26.0/${NUMBER}`, 'wrong', 401, 190],
  ['somebody else’s number', '/v26.0/220000000000001', TOKEN, 400, 100],
  ['an unknown number', '/v26.0/1', TOKEN, 400, 100],
  ['an unknown field', `/v26.0/${NUMBER}?fields=colour`, TOKEN, 400, 100],
  ['an unknown path', '/v26.0/me/poems', TOKEN, 400, 2500],
  ['subscriptions without the app’s token', `/${APP}/subscriptions`, TOKEN, 400, 15],
  ['templates with the app’s token', `/${WABA}/message_templates`, APP_TOKEN, 403, 200],
])('%s is refused', async (_case, path, token, status, code) => {
  const answer = await call(simulator, 'GET', path, undefined, token)
  expect(answer).toMatchObject({ status, body: { error: { code } } })
})

test('an unknown node carries subcode 33', async () => {
  const { body } = await call(simulator, 'GET', '/v26.0/1')
  expect(body.error).toMatchObject({ error_subcode: 33, type: 'GraphMethodException' })
  expect(body.error.message).toMatch(/^Unsupported get request. Object with ID '1' does not exist/)
})

test('numbers and account answer the fields asked for, with and without a version', async () => {
  const number = await call(
    simulator,
    'GET',
    `/${NUMBER}?fields=display_phone_number,verified_name,quality_rating`,
  )
  expect(number.body).toEqual({
    id: NUMBER,
    display_phone_number: '+48 22 123 45 01',
    verified_name: 'Acme Outdoor',
    quality_rating: 'GREEN',
  })
  const account = await call(simulator, 'GET', `/v19.0/${WABA}?fields=name,currency`)
  expect(account.body).toEqual({ id: WABA, name: 'Acme Outdoor', currency: 'EUR' })
  const numbers = await call(simulator, 'GET', `/v26.0/${WABA}/phone_numbers`)
  expect(numbers.body.data.map((node: { id: string }) => node.id)).toEqual([NUMBER, '210000000000002'])
})

test.each([
  ['/v26.0', 'v26.0'],
  ['/v19.0', 'v19.0'],
  ['', 'v26.0'],
  ['/v18.0', 'v19.0'],
  ['/v2.12', 'v19.0'],
  ['/v99.0', 'v19.0'],
])('asked at “%s”, version %s answers', async (version, answering) => {
  const { status, headers } = await call(simulator, 'GET', `${version}/${NUMBER}`)
  expect({ status, version: headers.get('facebook-api-version') }).toEqual({
    status: 200,
    version: answering,
  })
})

test('templates come page by page and can be narrowed', async () => {
  const names: string[] = []
  let next: string | undefined =
    `${simulator.url}/v26.0/${WABA}/message_templates?fields=name,language,status&limit=4`
  const sizes: number[] = []
  while (next) {
    const page = await call(simulator, 'GET', next.slice(simulator.url.length))
    names.push(
      ...page.body.data.map(
        (template: { name: string; language: string }) => `${template.name} ${template.language}`,
      ),
    )
    sizes.push(page.body.data.length)
    next = page.body.paging.next
  }
  expect(sizes).toEqual([4, 4, 4, 4, 4, 4, 1])
  expect(new Set(names).size).toBe(25)
  const approved = await call(
    simulator,
    'GET',
    `/v26.0/${WABA}/message_templates?status=APPROVED&name=order_update`,
  )
  expect(approved.body.data.map((template: { language: string }) => template.language)).toEqual([
    'en_US',
    'pl',
  ])
})

test('a token can be inspected', async () => {
  const { body } = await call(simulator, 'GET', `/debug_token?input_token=${TOKEN}`, undefined, APP_TOKEN)
  expect(body.data).toMatchObject({ app_id: APP, is_valid: true, type: 'SYSTEM_USER' })
})

test.each([
  ['the sender itself', { to: '+48221234501' }, 131021],
  ['a user id in to', { to: 'US.100000000000003' }, 131026],
  ['no phone at all', { to: 'maria' }, 131009],
  ['no user id in recipient', { recipient: '48601234567' }, 131009],
])('a message to %s is refused', async (_case, to, code) => {
  expect((await sendText(simulator, to)).body.error.code).toBe(code)
})

test('the next send fails as asked, the one after it does not', async () => {
  await writeAs(simulator, 'maria')
  await call(simulator, 'PATCH', '/sim/faults', { failNextSends: [131000] })
  expect(await sendText(simulator, { to: '+48601234567' })).toMatchObject({
    status: 500,
    body: { error: { code: 131000 } },
  })
  expect((await sendText(simulator, { to: '+48601234567' })).status).toBe(200)
})

test('a read receipt marks what came before it', async () => {
  await writeAs(simulator, 'maria')
  const second = await writeAs(simulator, 'maria')
  const receipt = {
    messaging_product: 'whatsapp',
    status: 'read',
    message_id: second,
    typing_indicator: { type: 'text' },
  }
  expect((await call(simulator, 'POST', `/v26.0/${NUMBER}/messages`, receipt)).body).toEqual({
    success: true,
  })
  const { body } = await call(simulator, 'GET', '/sim/messages?customerId=maria')
  expect(body.items.map((message: { status: string }) => message.status)).toEqual(['read', 'read'])
})

test('the simulator’s own API refuses other origins, and says which field is wrong', async () => {
  const foreign = await fetch(`${simulator.url}/sim/overview`, {
    headers: { Origin: 'https://elsewhere.example' },
  })
  expect(foreign.status).toBe(403)
  const wrong = await call(simulator, 'POST', '/sim/customers', { name: '', phone: '12' })
  expect(wrong).toMatchObject({
    status: 400,
    body: { code: 'invalid_input', fieldErrors: { phone: expect.any(String) } },
  })
})
