import { wireDefinition } from '@open-mercato/channel-whatsapp/modules/channel_whatsapp/lib/templates/definition/definition'
import { lintTemplate } from '@open-mercato/channel-whatsapp/modules/channel_whatsapp/lib/templates/lint/lint-template'
import {
  createClock,
  type ShiftableClock,
  type Simulator,
  startSimulator,
} from '@open-mercato/whatsapp-simulator'
import { BROKEN } from '../../../packages/channel-whatsapp/test/broken-template-definitions.ts'
import { ACCEPTED, SAMPLES } from '../../../packages/channel-whatsapp/test/template-definitions.ts'
import { brokenDefinitions } from '../../../packages/whatsapp-simulator/src/testing/broken-definitions.ts'
import { type Answer, call, WABA } from '../../../packages/whatsapp-simulator/src/testing/business.ts'
import {
  definitions,
  SAMPLE_HANDLES,
} from '../../../packages/whatsapp-simulator/src/testing/template-definitions.ts'
import { uploadHandles } from '../../../packages/whatsapp-simulator/src/testing/template-samples.ts'
import { fillIn } from '../../../packages/whatsapp-simulator/src/testing/uploads.ts'

type Wire = Record<string, unknown>

const TEMPLATES = `/v26.0/${WABA}/message_templates`
/** An account may send in 100 within the hour. */
const APART_MS = 60_000
/** Meta asked for this key once, and does not say that it refuses it now: we do not send it, the simulator takes no notice. */
const UNSAID = ['an unknown key']

const framed = (definition: Wire): Wire => ({ name: 'crossed', language: 'en_US', ...definition })
const accepted: [string, Wire][] = [
  ...ACCEPTED.map(({ what, wire }): [string, Wire] => [`ours: ${what}`, wire]),
  ...Object.entries(definitions).map(([what, one]): [string, Wire] => [
    `the simulator’s: ${what}`,
    framed(one),
  ]),
]
const broken: [string, Wire][] = [
  ...BROKEN.filter(({ what }) => !UNSAID.includes(what)).map(({ what, wire }): [string, Wire] => [
    `ours: ${what}`,
    wire,
  ]),
  ...brokenDefinitions.map(([what, one]): [string, Wire] => [`the simulator’s: ${what}`, framed(one)]),
]

let simulator: Simulator
let clock: ShiftableClock
let handles: Record<string, string>
let count = 0
beforeAll(async () => {
  clock = createClock()
  simulator = await startSimulator({ port: 0, clock })
  const uploaded = await uploadHandles(simulator)
  handles = Object.fromEntries(
    (['image', 'video', 'document'] as const).flatMap((kind) => {
      const handle = uploaded[SAMPLE_HANDLES[kind]]!
      return [SAMPLE_HANDLES[kind], SAMPLES[kind]].map((standIn) => [standIn, handle])
    }),
  )
})
afterAll(() => simulator.close())

/** With samples that are there, and under a name of its own; a name that is part of the fault stays. */
function ready(wire: Wire): Wire {
  const filled = fillIn(wire, handles)
  const hasName = typeof filled.name === 'string' && /^[a-z0-9_]{1,500}$/.test(filled.name)
  count += 1
  return hasName ? { ...filled, name: `${filled.name}_${count}` } : filled
}

/** What we say against it: nothing, the places where its shape is wrong, or what the lint would refuse. */
function refusedByUs(wire: Wire): string[] {
  const read = wireDefinition.safeParse(wire)
  if (!read.success) return read.error.issues.map(({ path }) => `shape ${path.join('.')}`)
  const findings = lintTemplate(read.data).filter(({ level }) => level === 'refused')
  return findings.map(({ code, path }) => `${code} ${path}`)
}

function submit(wire: Wire): Promise<Answer> {
  clock.advance(APART_MS)
  return call(simulator, 'POST', TEMPLATES, wire)
}

it.each(accepted)('is taken by us and by Meta’s stand-in. %s', async (_, example) => {
  const wire = ready(example)
  expect(refusedByUs(wire)).toEqual([])
  const category = String(wire.category).toUpperCase()
  expect((await submit(wire)).body).toEqual({ id: expect.any(String), status: 'PENDING', category })
})

it.each(broken)('is refused by us and by Meta’s stand-in. %s', async (_, example) => {
  const wire = ready(example)
  expect(refusedByUs(wire)).not.toEqual([])
  const { status, body } = await submit(wire)
  expect({ status, code: body.error?.code }).toEqual({ status: 400, code: 100 })
})

it('an edit tells the name and the language again and brings all components, and goes to review', async () => {
  const before = ready(framed(definitions['quick replies']!))
  const { id } = (await submit(before)).body
  await call(simulator, 'POST', `/sim/templates/${id}/review`, { decision: 'approve' })
  const edit = {
    ...{ name: before.name, language: before.language, category: 'MARKETING' },
    components: [
      { type: 'HEADER', format: 'TEXT', text: 'New tents' },
      {
        type: 'BODY',
        text: 'Hello {{1}}, the new tents are here. With the code {{2}} they cost a tenth less this week.',
        example: { body_text: [['Maria', 'TENT10']] },
      },
      { type: 'FOOTER', text: 'Tap Stop promotions to hear no more from us' },
      { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Stop promotions' }] },
    ],
  }
  expect(refusedByUs(edit)).toEqual([])
  expect((await call(simulator, 'POST', `/v26.0/${id}`, edit)).body).toEqual({ success: true })
  const { body } = await call(simulator, 'GET', `/v26.0/${id}?fields=status,components`)
  expect(body).toMatchObject({ status: 'PENDING', components: edit.components })
})
