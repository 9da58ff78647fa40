import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { metaSchemas } from '../../../../../test/meta-openapi.ts'
import { SAMPLES } from '../../../../../test/samples.ts'
import { messageSchema } from '../../../../../test/wire-schemas.ts'
import { messageBody } from '../graph/message-body.ts'
import { toWire } from './to-wire.ts'

const ajv = new Ajv2020({ strict: false, validateFormats: false, discriminator: false })
const address = { replyToExternalId: null, callbackData: 'our-id' }
const recipients = [
  { phone: '+48601234567', userId: 'PL.1' },
  { phone: null, userId: 'US.1' },
]

function expectValid(validate: ValidateFunction, body: unknown): void {
  if (!validate(body)) throw new Error(`${ajv.errorsText(validate.errors)}\n${JSON.stringify(body, null, 1)}`)
}

const ours = ajv.compile(messageSchema)

it.each(SAMPLES)('%s is what Meta documents', (_, content) => {
  for (const recipient of recipients) expectValid(ours, messageBody({ recipient, ...address }, content))
})

/** Kinds that came after the document was made. */
const NEWER_INTERACTIVE = new Set([
  'cta_url',
  'voice_call',
  'location_request_message',
  'request_contact_info',
  'carousel',
])
const NEWER_COMPONENTS = /"type":"(carousel|limited_time_offer)"|"sub_type":"(copy_code|flow|mpm|voice_call)"/

function isInDocument(wire: Record<string, unknown>): boolean {
  if (wire.type === 'interactive') {
    return !NEWER_INTERACTIVE.has((wire.interactive as { type: string }).type)
  }
  return !NEWER_COMPONENTS.test(JSON.stringify(wire))
}

const schemas = metaSchemas()
const inDocument = SAMPLES.filter(([, content]) => isInDocument(toWire(content)))

if (schemas) {
  ajv.addSchema({ $id: 'meta', components: { schemas } })
  const names: Record<string, string> = { text: 'Text', contacts: 'Contacts' }
  it.each(inDocument)('%s fits the schema that Meta publishes', (_, content) => {
    const name = names[content.type] ?? content.type[0]!.toUpperCase() + content.type.slice(1)
    const validate = ajv.getSchema(`meta#/components/schemas/${name}Message`)!
    for (const recipient of recipients) {
      expectValid(validate, messageBody({ recipient, ...address }, content))
    }
  })

  it('is compared with most kinds of the schema that Meta publishes', () => {
    expect(inDocument.length).toBeGreaterThan(20)
  })
} else {
  console.warn('Meta’s OpenAPI document is not beside the repository, so bodies are not compared with it.')
}

it('shows previews of links unless told not to', () => {
  expect(toWire({ type: 'text', text: 'a' })).toEqual({
    type: 'text',
    text: { body: 'a', preview_url: true },
  })
  expect(toWire({ type: 'text', text: 'a', hasLinkPreview: false })).toMatchObject({
    text: { preview_url: false },
  })
})

it('begins a form at its beginning unless told otherwise', () => {
  const form = {
    type: 'interactive' as const,
    kind: 'form' as const,
    body: 'x',
    form: { id: '1' },
    label: 'Go',
  }
  const parametersOf = (more: object) =>
    (toWire({ ...form, ...more }).interactive as { action: { parameters: object } }).action.parameters
  const plain = { flow_message_version: '3', flow_id: '1', flow_cta: 'Go', flow_action: 'navigate' }
  expect(parametersOf({})).toEqual(plain)
  expect(parametersOf({ isOpenedByServer: true })).toEqual({ ...plain, flow_action: 'data_exchange' })
  expect(parametersOf({ open: { screen: 'A' } })).toEqual({ ...plain, flow_action_payload: { screen: 'A' } })
})

it('takes a reaction back by an empty emoji', () => {
  expect(toWire({ type: 'reaction', targetExternalId: 'wamid.1', emoji: null })).toEqual({
    type: 'reaction',
    reaction: { message_id: 'wamid.1', emoji: '' },
  })
})

it('names people in cards by their number only', () => {
  const [, contacts] = SAMPLES.find(([name]) => name === 'contacts')!
  const [card] = toWire(contacts).contacts as { phones: object[] }[]
  expect(card!.phones).toEqual([
    { phone: '+48 601 234 567', type: 'Mobile', wa_id: '48601234567' },
    { phone: '+48 22 1' },
  ])
})

it('says of a body that is wrong that it is', () => {
  const [, content] = SAMPLES.find(([name]) => name === 'reply buttons')!
  const body = messageBody({ recipient: recipients[0]!, ...address }, content)
  expect(
    ours({ ...body, interactive: { ...(body.interactive as object), footer: { text: 'x'.repeat(61) } } }),
  ).toBe(false)
  expect(ours({ ...body, text: { body: 'x' } })).toBe(false)
})
