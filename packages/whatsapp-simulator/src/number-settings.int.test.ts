import { sampleFile } from './samples/sample-files.ts'
import { APP, APP_TOKEN, NUMBER, TOKEN, WABA } from './testing/business.ts'
import { startChatWithMaria } from './testing/chat-with-maria.ts'
import { type Receiver, startReceiver } from './testing/receiver.ts'

const { act, changes, mariaWrites, messages, received, request, send, until, urlOf } = startChatWithMaria()

const graph = (path: string, body?: unknown) => request('POST', `/v26.0/${path}`, body)
const profile = `${NUMBER}/whatsapp_business_profile`

const receivers: Receiver[] = []
afterEach(() => Promise.all(receivers.splice(0).map((receiver) => receiver.close())))

async function anotherReceiver(): Promise<Receiver> {
  const receiver = await startReceiver()
  receivers.push(receiver)
  return receiver
}

async function handleOf(name: 'photo' | 'document'): Promise<string> {
  const { bytes, mimeType } = sampleFile(name)
  const session = await graph(`${APP}/uploads?file_length=${bytes.length}&file_type=${mimeType}`)
  const response = await fetch(urlOf(`/v26.0/${session.body.id}`), {
    method: 'POST',
    headers: { Authorization: `OAuth ${TOKEN}`, file_offset: '0' },
    body: new Uint8Array(bytes),
  })
  return ((await response.json()) as { h: string }).h
}

test('what is set of a profile is what customers see, and the rest of it stays', async () => {
  const set = (more: object) => graph(profile, { messaging_product: 'whatsapp', ...more })
  await set({ about: 'Tents and more', websites: ['https://acme.example'], vertical: 'RETAIL' })
  expect((await set({ email: 'shop@acme.example' })).body).toEqual({ success: true })
  expect((await request('GET', `/v26.0/${profile}`)).body.data).toEqual([
    {
      messaging_product: 'whatsapp',
      about: 'Tents and more',
      websites: ['https://acme.example'],
      vertical: 'RETAIL',
      email: 'shop@acme.example',
    },
  ])
  expect((await request('GET', `/v26.0/${profile}?fields=about`)).body.data).toEqual([
    { messaging_product: 'whatsapp', about: 'Tents and more' },
  ])
})

test('a profile picture is set by the handle of an upload and shown at a public address', async () => {
  const set = (handle: string) =>
    graph(profile, { messaging_product: 'whatsapp', profile_picture_handle: handle })
  expect((await set('4::nothing')).body.error.code).toBe(100)
  expect((await set(await handleOf('document'))).body.error.code).toBe(100)
  expect((await set(await handleOf('photo'))).body).toEqual({ success: true })
  const [shown] = (await request('GET', `/v26.0/${profile}?fields=profile_picture_url`)).body.data
  const picture = await fetch(shown.profile_picture_url)
  expect(picture.headers.get('content-type')).toBe('image/jpeg')
  expect(Buffer.from(await picture.arrayBuffer()).equals(sampleFile('photo').bytes)).toBe(true)
})

test('a template whose header is a picture is sent in with the handle of an example', async () => {
  const create = (header: object) =>
    graph(`${WABA}/message_templates`, {
      name: 'autumn_sale',
      language: 'en_US',
      category: 'MARKETING',
      components: [
        { type: 'HEADER', format: 'IMAGE', ...header },
        { type: 'BODY', text: 'All tents at half the price.' },
      ],
    })
  const withHandle = (handle: string) => create({ example: { header_handle: [handle] } })
  expect((await create({})).body.error.error_subcode).toBe(2388273)
  expect((await withHandle(await handleOf('document'))).body.error.error_subcode).toBe(2388273)
  const { body } = await withHandle(await handleOf('photo'))
  expect(body).toEqual({ id: expect.any(String), status: 'PENDING', category: 'MARKETING' })
  expect((await withHandle(await handleOf('photo'))).body.error.error_subcode).toBe(2388024)
  await request('PATCH', `/sim/templates/${body.id}`, { status: 'APPROVED' })
  const { data } = (await request('GET', `/v26.0/${WABA}/message_templates?name=autumn_sale`)).body
  expect(data).toMatchObject([{ id: body.id, status: 'APPROVED' }])
  const image = { link: 'https://samples.example/photo' }
  const components = [{ type: 'header', parameters: [{ type: 'image', image }] }]
  const template = { name: 'autumn_sale', language: { code: 'en_US' }, components }
  const message = { messaging_product: 'whatsapp', to: '+48601234567', type: 'template', template }
  expect((await send(message)).status).toBe(200)
})

test.each([
  { about: '' },
  { about: 'x'.repeat(140) },
  { address: 'x'.repeat(257) },
  { description: 'x'.repeat(513) },
  { email: 'nobody' },
  { websites: ['https://a.example', 'https://b.example', 'https://c.example'] },
  { websites: ['ftp://a.example'] },
  { vertical: 'NOT_A_BIZ' },
])('a profile with %j is refused', async (more) => {
  expect((await graph(profile, { messaging_product: 'whatsapp', ...more })).body.error.code).toBe(100)
})

test('another display name is looked at, and customers see it once it is approved', async () => {
  const names = async () =>
    (await request('GET', `/v26.0/${NUMBER}?fields=verified_name,name_status,new_name_status`)).body
  await graph(`${NUMBER}?new_display_name=Acme%20Mountains`)
  const before = { id: NUMBER, verified_name: 'Acme Outdoor', name_status: 'APPROVED' }
  expect(await names()).toEqual({ ...before, new_name_status: 'PENDING_REVIEW' })
  await request('POST', `/sim/numbers/${NUMBER}/name-review`, { decision: 'REJECTED', reason: 'TOO_VAGUE' })
  expect(await names()).toEqual({ ...before, new_name_status: 'DECLINED' })
  await request('POST', `/sim/numbers/${NUMBER}/name-review`, { decision: 'APPROVED' })
  expect(await names()).toEqual({ ...before, verified_name: 'Acme Mountains', new_name_status: 'APPROVED' })
  await until(() => changes().length === 2)
  expect(changes().map(({ field, value }) => ({ field, ...value }))).toEqual([
    {
      field: 'phone_number_name_update',
      display_phone_number: '48221234501',
      decision: 'REJECTED',
      requested_verified_name: 'Acme Mountains',
      rejection_reason: 'TOO_VAGUE',
    },
    {
      field: 'phone_number_name_update',
      display_phone_number: '48221234501',
      decision: 'APPROVED',
      requested_verified_name: 'Acme Mountains',
      rejection_reason: null,
    },
  ])
})

test('messages of a number with an address of its own go there, and back when it is taken away', async () => {
  const own = await anotherReceiver()
  const override = (override_callback_uri: string) =>
    graph(NUMBER, { webhook_configuration: { override_callback_uri, verify_token: 'v' } })
  own.echoes = false
  expect((await override(own.url)).body.error.code).toBe(2200)
  own.echoes = true
  expect((await override(own.url)).body).toEqual({ success: true })
  await mariaWrites()
  await act('messages', { phoneNumberId: '210000000000002', text: 'To the other number' })
  await Promise.all([own.until((all) => all.length === 1), until(() => received().length === 1)])
  expect(own.messages()).toHaveLength(1)
  expect(messages()[0]).toMatchObject({ text: { body: 'To the other number' } })
  await override('')
  await mariaWrites()
  await until(() => received().length === 2)
})

test('a number says where its messages go, by level', async () => {
  const [app, account, number] = await Promise.all([anotherReceiver(), anotherReceiver(), anotherReceiver()])
  const configuration = async () =>
    (await request('GET', `/v26.0/${NUMBER}?fields=webhook_configuration`)).body.webhook_configuration
  const subscription = { object: 'whatsapp_business_account', callback_url: app.url, verify_token: 'v' }
  await request('POST', `/v26.0/${APP}/subscriptions`, subscription, APP_TOKEN)
  await graph(`${WABA}/subscribed_apps`, { override_callback_uri: account.url, verify_token: 'v' })
  const webhook_configuration = { override_callback_uri: number.url, verify_token: 'v' }
  await graph(NUMBER, { webhook_configuration })
  expect(await configuration()).toEqual({
    application: app.url,
    whatsapp_business_account: account.url,
    phone_number: number.url,
  })
})

test('no number has an address of its own in an account that nobody listens to', async () => {
  await request('DELETE', `/v26.0/${WABA}/subscribed_apps`)
  const webhook_configuration = { override_callback_uri: 'http://127.0.0.1:9/', verify_token: 'v' }
  expect((await graph(NUMBER, { webhook_configuration })).body.error.message).toMatch(/must be subscribed/)
})

test('a number that cannot send says so in its health', async () => {
  const health = async () =>
    (await request('GET', `/v26.0/${NUMBER}?fields=health_status`)).body.health_status
  expect(await health()).toMatchObject({ can_send_message: 'AVAILABLE' })
  await request('PATCH', `/sim/numbers/${NUMBER}`, { isRegistered: false })
  expect(await health()).toEqual({
    can_send_message: 'BLOCKED',
    entities: [
      {
        entity_type: 'PHONE_NUMBER',
        id: NUMBER,
        can_send_message: 'BLOCKED',
        errors: [expect.objectContaining({ error_code: 133010 })],
      },
      { entity_type: 'WABA', id: WABA, can_send_message: 'AVAILABLE' },
      { entity_type: 'BUSINESS', id: '910000000000001', can_send_message: 'AVAILABLE' },
      { entity_type: 'APP', id: APP, can_send_message: 'AVAILABLE' },
    ],
  })
})

test('a changed PIN is told', async () => {
  await graph(NUMBER, { pin: '987654' })
  await until(() => changes().length === 1)
  expect(changes()[0]).toMatchObject({ field: 'security', value: { event: 'PIN_CHANGED' } })
})

test('a post to a number that changes nothing is refused', async () => {
  expect((await graph(NUMBER, {})).body.error.code).toBe(100)
  expect((await graph(NUMBER, { webhook_configuration: 'x' })).body.error.code).toBe(100)
  expect((await send({})).status).toBe(400)
})
