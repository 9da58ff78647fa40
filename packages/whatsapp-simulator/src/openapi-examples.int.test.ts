import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { type Simulator, startSimulator } from './simulator.ts'
import { call, NUMBER, WABA, writeAs } from './testing/business.ts'
import { uploadHandles } from './testing/template-samples.ts'
import { fillIn, uploadSample } from './testing/uploads.ts'

/** Meta's own description of the API, which is not part of this repository but may lie beside it. */
const FILE =
  process.env.META_OPENAPI_FILE ??
  join(import.meta.dirname, '../../../../shared/facts/meta-business-messaging-api_v23.0.openapi.yaml')

type Example = { value: Record<string, unknown> }

/** Examples that are refused, and why. */
const foreignTemplate = { code: 132001, because: 'its template is not one of this account' }
const refused: Record<string, { code: number; because: string }> = {
  'Send Catalog Template Message': foreignTemplate,
  'Send Flow Template Message': foreignTemplate,
  'Send Message Template Interactive': foreignTemplate,
  'Send Message Template Media': foreignTemplate,
  'Send Message Template Text': foreignTemplate,
  'Send Sample Issue Resolution Template': foreignTemplate,
  'Send Sample Shipping Confirmation Template': foreignTemplate,
  'Send Sample Text Message': foreignTemplate,
  'Send Test Message': foreignTemplate,
  'Send Reply to List Message': { code: 131008, because: 'without a type it is a text, and it has none' },
}

const examples = existsSync(FILE) ? readExamples() : { sends: [], templates: [], edits: [] }
if (examples.sends.length === 0)
  console.warn(`Meta's OpenAPI file is not at ${FILE}; its examples are not tried.`)

function readExamples(): Record<'sends' | 'templates' | 'edits', [string, Example][]> {
  const { paths } = parse(readFileSync(FILE, 'utf8'))
  const examplesOf = (path: string): [string, Example][] =>
    Object.entries(paths[path].post.requestBody.content['application/json'].examples)
  return {
    sends: examplesOf('/{Version}/{Phone-Number-ID}/messages'),
    templates: examplesOf('/{Version}/{WABA-ID}/message_templates'),
    edits: examplesOf('/{Version}/{TEMPLATE_ID}'),
  }
}

let simulator: Simulator
let inbound: string
let values: Record<string, string>

beforeAll(async () => {
  simulator = await startSimulator({ port: 0 })
  inbound = await writeAs(simulator, 'maria')
  const samples = {
    image: 'photo',
    video: 'video',
    audio: 'voice',
    document: 'document',
    sticker: 'sticker',
  } as const
  values = {}
  for (const [kind, sample] of Object.entries(samples))
    values[`<${kind}>`] = await uploadSample(simulator, sample)
})
afterAll(() => simulator.close())

/** Puts something that exists where an example says only what belongs there. */
function filledIn(example: Example): Record<string, unknown> {
  const text = JSON.stringify(example.value)
    .replace(/"to":"[^"]*"/g, '"to":"+48601234567"')
    .replace(/"message_id":"[^"]*"/g, `"message_id":"${inbound}"`)
    .replace(/"(\w+)":\{([^{}]*)"id":"<(?:\w+_)?OBJECT_ID>"/g, '"$1":{$2"id":"<$1>"')
    .replace(/"link":"[^"]*"/g, '"link":"https://samples.example/photo"')
    .replaceAll('{{Flow-ID}}', '510000000000001')
    .replaceAll('<HEADER_TYPE>', 'text')
    .replaceAll('unique-reference-id-from-order-details-msg', 'unique-reference-id')
  return fillIn(JSON.parse(text), values)
}

const testEach = (some: [string, Example][]) =>
  some.length > 0 ? test.each(some) : test.skip.each<[string, Example]>([['no example', { value: {} }]])

testEach(examples.sends)('%s is taken, or refused for its reason', async (name, example) => {
  const { body } = await call(simulator, 'POST', `/v23.0/${NUMBER}/messages`, filledIn(example))
  const { code, because = 'it is right' } = refused[name] ?? {}
  expect({ code: body.error?.code, because, answer: body.error }).toMatchObject({ code, because })
})

testEach(examples.templates)('a template is made as in “%s”', async (name, example) => {
  const handles = await uploadHandles(simulator)
  const text = JSON.stringify({ ...example.value, name: name.replace(/\W/g, '_').toLowerCase() })
    .replaceAll('{{Flow-ID}}', '510000000000001')
    .replace(/"4::YXBw[^"]*"/, JSON.stringify(handles['4::<document>']))
    .replace(/"4::aW1h[^"]*"/, JSON.stringify(handles['4::<image>']))
  const { body } = await call(simulator, 'POST', `/v23.0/${WABA}/message_templates`, JSON.parse(text))
  expect(body).toEqual({ id: expect.any(String), status: 'PENDING', category: example.value.category })
})

testEach(examples.edits)('an approved template is changed as in “%s”', async (_name, { value }) => {
  const { name, language, category } = value
  const plain = {
    ...{ name, language, category },
    components: [{ type: 'BODY', text: 'There is news for you.' }],
  }
  const made = await call(simulator, 'POST', `/v23.0/${WABA}/message_templates`, plain)
  await call(simulator, 'POST', `/sim/templates/${made.body.id}/review`, { decision: 'approve' })
  const { body } = await call(simulator, 'POST', `/v23.0/${made.body.id}`, value)
  expect(body).toEqual({ success: true })
  const changed = await call(simulator, 'GET', `/v23.0/${made.body.id}`)
  expect(changed.body).toMatchObject({ status: 'PENDING', components: value.components })
})
