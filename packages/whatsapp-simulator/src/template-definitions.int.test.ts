import { createClock, type ShiftableClock } from './clock.ts'
import { type Simulator, startSimulator } from './simulator.ts'
import { call, TOKEN, WABA } from './testing/business.ts'
import { definitions } from './testing/template-definitions.ts'
import { uploadHandles } from './testing/template-samples.ts'
import { fillIn } from './testing/uploads.ts'

const TEMPLATES = `/v26.0/${WABA}/message_templates`
let simulator: Simulator
let clock: ShiftableClock
let handles: Record<string, string>
let count = 0

beforeAll(async () => {
  clock = createClock()
  simulator = await startSimulator({ port: 0, clock })
  handles = await uploadHandles(simulator)
})
afterAll(() => simulator.close())

const graph = (method: string, path: string, body?: unknown) =>
  call(simulator, method, `/v26.0/${path}`, body)

async function create(definition: Record<string, unknown>) {
  count += 1
  const whole = { name: `tried_${count}`, language: 'en_US', ...definition }
  return { name: String(whole.name), ...(await call(simulator, 'POST', TEMPLATES, fillIn(whole, handles))) }
}

const read = async (id: string, fields = 'status,category,components') =>
  (await graph('GET', `${id}?fields=${fields}`)).body

test.each(Object.keys(definitions))('a template with %s waits for its review', async (name) => {
  const { body } = await create(definitions[name]!)
  const category = String(definitions[name]!.category).toUpperCase()
  expect(body).toEqual({ id: expect.stringMatching(/^\d{15}$/), status: 'PENDING', category })
  const { components } = await read(body.id)
  expect(JSON.stringify(components)).not.toMatch(/"type":"[a-z]/)
})

test('of a code WhatsApp writes the texts, and lists the button as a link that ends with the code', async () => {
  const { body } = await create({ ...definitions['a code for one app'], language: 'es' })
  const { components } = await read(body.id)
  expect(components).toEqual([
    {
      type: 'BODY',
      text: expect.stringMatching(/^El código .*\*\{\{1\}\}\*.*no lo comparta/),
      add_security_recommendation: true,
      example: { body_text: [['123456']] },
    },
    { type: 'FOOTER', text: 'El código caduca en 10 minutos.', code_expiration_minutes: 10 },
    {
      type: 'BUTTONS',
      buttons: [
        {
          type: 'URL',
          text: 'Copy',
          url: expect.stringMatching(
            /^https:\/\/www\.whatsapp\.com\/otp\/code\/\?otp_type=ONE_TAP&.*code=otp\{\{1\}\}$/,
          ),
          example: [expect.stringMatching(/code=otp123456$/)],
        },
      ],
    },
  ])
})

test('a refusal comes as Meta’s do: a subcode, and words for people', async () => {
  const { status, body } = await create({
    ...definitions['a text alone'],
    components: [{ type: 'BODY', text: 'Order {{1}}' }],
  })
  expect({ status, ...body.error }).toEqual({
    status: 400,
    message: 'Invalid parameter',
    type: 'OAuthException',
    code: 100,
    error_subcode: 2388299,
    is_transient: false,
    error_user_title: 'Template begins or ends with a variable',
    error_user_msg: expect.stringMatching(/beginning or the end/),
    fbtrace_id: expect.any(String),
  })
})

test('a header needs the handle of a sample of its own kind', async () => {
  const film = structuredClone(definitions['a film']!)
  film.components[0]!.example = { header_handle: [handles['4::<image>']] }
  expect((await create(film)).body.error.error_subcode).toBe(2388273)
  film.components[0]!.example = undefined
  expect((await create(film)).body.error.error_subcode).toBe(2388273)
})

test('a name is there once in a language, and 30 days long not again once it was approved and deleted', async () => {
  const draft = { ...definitions['a text alone'], name: 'one_of_a_kind' }
  const { body } = await create(draft)
  expect((await create(draft)).body.error.error_subcode).toBe(2388024)
  expect((await create({ ...draft, language: 'pl' })).status).toBe(200)
  await graph('DELETE', `${WABA}/message_templates?name=one_of_a_kind&hsm_id=${body.id}`)
  const again = await create(draft)
  expect(again.body.status).toBe('PENDING')
  await call(simulator, 'POST', `/sim/templates/${again.body.id}/review`, { decision: 'approve' })
  await graph('DELETE', `${WABA}/message_templates?name=one_of_a_kind`)
  expect((await create(draft)).body.error.error_subcode).toBe(2388023)
  expect((await create({ ...draft, language: 'de' })).body.error.error_subcode).toBe(2388023)
  clock.advance(30 * 24 * 3_600_000)
  expect((await create(draft)).status).toBe(200)
})

test('an account has at most as many templates as its limit says', async () => {
  await call(simulator, 'PUT', '/sim/templates/limit', { wabaId: WABA, limit: 250 })
  await call(simulator, 'POST', '/sim/templates/bulk', { wabaId: WABA, count: 250 })
  expect((await create(definitions['a text alone']!)).body.error.error_subcode).toBe(2388019)
  const asked = 'summary=total_count,message_template_count,message_template_limit'
  const { body } = await call(simulator, 'GET', `${TEMPLATES}?limit=1&name=generated&${asked}`)
  expect(body.summary).toEqual({
    total_count: expect.any(Number),
    message_template_count: 250,
    message_template_limit: 250,
  })
  expect(body.data).toHaveLength(1)
  await call(simulator, 'PUT', '/sim/templates/limit', { wabaId: WABA, limit: 6000 })
})

test('6,000 templates are there at once, and are read page by page', async () => {
  const { body } = await call(simulator, 'POST', '/sim/templates/bulk', { wabaId: WABA, count: 6000 })
  expect(body.total).toBe(6000)
  const ids = new Set<string>()
  let next: string | undefined = `${simulator.url}${TEMPLATES}?fields=name&limit=500`
  while (next) {
    const page = await call(simulator, 'GET', next.slice(simulator.url.length))
    for (const { id } of page.body.data) ids.add(id)
    next = page.body.paging.next
  }
  expect(ids.size).toBe(6000)
  const some = await call(simulator, 'GET', `${TEMPLATES}?name=generated_4242&status=["APPROVED","PAUSED"]`)
  expect(some.body.data).toMatchObject([{ name: 'generated_4242', status: 'APPROVED' }])
})

test('a hundred templates are taken within an hour', async () => {
  const codes = { ...definitions['a code to copy'] }
  const upsert = (languages: string[]) =>
    graph('POST', '110000000000002/upsert_message_templates', {
      name: 'many_codes',
      category: 'AUTHENTICATION',
      components: [
        codes.components![0],
        { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] },
      ],
      languages,
    })
  const languages = Array.from(
    { length: 100 },
    (_, index) => `a${String.fromCharCode(97 + (index % 26))}_${'ABCD'[Math.floor(index / 26)]}X`,
  )
  const { body } = await upsert(languages)
  expect(body.data).toHaveLength(100)
  const [first] = body.data
  expect(first).toEqual({ id: expect.any(String), status: 'PENDING', language: 'aa_AX' })
  expect((await upsert(['pl'])).body.error.code).toBe(80007)
  expect((await upsert(['aa_AX'])).body.data).toEqual([first])
  clock.advance(3_600_000)
  expect((await upsert(['pl'])).status).toBe(200)
})

test('what is in the library needs no review, but the business’s own links and numbers', async () => {
  const library = await graph('GET', 'message_template_library?usecase=DELIVERY_FAILED&language=pl')
  expect(library.body.data).toMatchObject([
    {
      name: 'delivery_failed_1',
      topic: 'ORDER_MANAGEMENT',
      category: 'UTILITY',
      body_params: ['1042'],
      body_param_types: ['NUMBER'],
      buttons: [{ type: 'URL' }, { type: 'PHONE_NUMBER' }],
    },
  ])
  const draft = {
    name: 'not_at_home',
    language: 'pl',
    category: 'UTILITY',
    library_template_name: 'delivery_failed_1',
  }
  const at = '/v26.0/120000000000001/message_templates'
  const post = (more: object) => call(simulator, 'POST', at, { ...draft, ...more }, 'birch-access-token')
  expect((await post({})).body.error.message).toMatch(/library_template_button_inputs\[0\] is required/)
  expect((await post({ library_template_name: 'none' })).body.error.code).toBe(100)
  const url = { base_url: 'https://example.com/{{1}}', url_suffix_example: 'https://example.com/a' }
  const inputs = [
    { type: 'URL', url },
    { type: 'PHONE_NUMBER', phone_number: '+48221234501' },
  ]
  const made = await post({ library_template_button_inputs: inputs })
  expect(made.body).toEqual({ id: expect.any(String), status: 'APPROVED', category: 'UTILITY' })
  const listed = await call(simulator, 'GET', `${at}?name=not_at_home`, undefined, 'birch-access-token')
  expect(listed.body.data).toMatchObject([
    {
      library_template_name: 'delivery_failed_1',
      components: [{ type: 'BODY' }, { buttons: [{ url: url.base_url }, {}] }],
    },
  ])
  const all = await graph('GET', 'message_template_library?limit=100')
  expect(new Set(all.body.data.map((one: { language: string }) => one.language))).toEqual(
    new Set(['en_US', 'pl', 'de', 'es']),
  )
})

test('what WhatsApp writes around a code can be seen before', async () => {
  const query =
    'category=AUTHENTICATION&languages=en_US,pl&add_security_recommendation=true&code_expiration_minutes=5&button_types=OTP'
  const { body } = await graph('GET', `${WABA}/message_template_previews?${query}`)
  expect(body.data).toMatchObject([
    { language: 'en_US', footer: 'This code expires in 5 minutes.', buttons: [{ text: 'Copy code' }] },
    { language: 'pl', body: expect.stringMatching(/^\*\{\{1\}\}\* to Twój kod.*nie podawaj/) },
  ])
})

test('templates are somebody else’s business to nobody', async () => {
  const { body } = await call(simulator, 'GET', TEMPLATES)
  const { id } = body.data[0]
  const foreign = [
    ['GET', `${id}`],
    ['POST', `${id}?category=UTILITY`],
    ['POST', `${id}/unpause`],
    ['DELETE', `${WABA}/message_templates?name=a`],
  ]
  for (const [method, path] of foreign) {
    const answer = await call(simulator, method!, `/v26.0/${path}`, undefined, 'birch-access-token')
    expect(answer.body.error.error_subcode).toBe(33)
  }
  expect((await call(simulator, 'GET', `/v26.0/${id}`, undefined, TOKEN)).body.id).toBe(id)
})
