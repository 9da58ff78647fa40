import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { ConnectionInput } from '../../modules/communication_channels/lib/adapter/connection-input.ts'
import type { Recipient } from '../../modules/communication_channels/lib/adapter/send-content.ts'
import {
  type NotificationRequest,
  TEMPLATE_STATES,
} from '../../modules/communication_channels/lib/adapter/template-candidate.ts'
import type { ChannelAdapter } from '../../modules/communication_channels/lib/adapter.ts'
import { templateRequest } from '../../modules/communication_channels/lib/content/template.ts'
import { ChannelError } from '../../modules/communication_channels/lib/errors.ts'
import type { ConformanceCase } from './conformance-case.ts'
import { customerWrites } from './hub-client.ts'
import { send, textsTaken } from './sending-steps.ts'
import type { ConformanceSubject } from './subject.ts'

type Asked = ConnectionInput & { recipient: Recipient }

/** As the hub asks for the number that answers the first person. Leaves one message with the provider. */
async function askedFor(subject: ConformanceSubject): Promise<Asked> {
  const whole = subject.adapter.sendContent!
  let asked: Asked | undefined
  subject.adapter.sendContent = (input) => {
    const { scope, channel, resolve, recipient } = input
    asked = { scope, channel, resolve, recipient }
    return whole.call(subject.adapter, input)
  }
  try {
    await customerWrites(subject)
    await send(subject, 'Good day')
  } finally {
    subject.adapter.sendContent = whole
  }
  assert.ok(asked, 'an answer was sent')
  return asked
}

const candidate = z.object({
  name: z.string().min(1),
  language: z.string().min(1),
  purpose: z.enum(['utility', 'marketing', 'authentication']),
  state: z.enum(TEMPLATE_STATES),
  missing: z.array(z.string()),
  content: templateRequest.nullable(),
})
const candidates = (given: unknown) => z.array(candidate).parse(given)

const elsewhere = () => ({ tenantId: randomUUID(), organizationId: randomUUID() })
const NONE = { name: 'no_such_template', language: 'en' }
/** In which nobody has a template: Latin. */
const NOWHERE = 'la'

/** The template of the subject, and the texts that fill it in. */
function sampleOf({ template }: ConformanceSubject) {
  assert.ok(template, 'a provider that has templates shows one')
  const { name, language, parameters } = template
  const data = { ...parameters.header, ...parameters.body } as Record<string, string>
  return { name, language, data }
}

function carriedBy(adapter: Required<ChannelAdapter>, asked: Asked, standard: NotificationRequest) {
  return async (wanted: Partial<NotificationRequest>, scope = asked.scope) => {
    const notification = { ...standard, ...wanted }
    return candidates(await adapter.templatesFor({ ...asked, scope, notification }))
  }
}

/** A promise of those adapters alone that have the method, and by which a message can be watched as it leaves. */
function forThose(
  method: 'describeTemplates' | 'templatesFor' | 'healthOf' | 'setBlocked',
  name: string,
  run: (subject: ConformanceSubject, adapter: Required<ChannelAdapter>) => Promise<void>,
): ConformanceCase {
  return {
    name,
    run: async (subject) => {
      const { adapter } = subject
      if (adapter[method] && adapter.sendContent) await run(subject, adapter as Required<ChannelAdapter>)
    },
  }
}

const COUNTRY = /^[A-Z]{2}$/

export const policyCases: ConformanceCase[] = [
  forThose(
    'describeTemplates',
    'templates are described in the order in which they are named, what is not there as missing',
    async (subject, adapter) => {
      const asked = await askedFor(subject)
      const { name, language } = sampleOf(subject)
      const templates = [NONE, { name, language }, NONE]
      const described = candidates(await adapter.describeTemplates({ ...asked, templates }))
      assert.deepEqual(
        described.map((one) => [one.name, one.language, one.state]),
        templates.map((one, nth) => [one.name, one.language, nth === 1 ? 'usable' : 'missing']),
      )
      const theirs = await adapter.describeTemplates({ ...asked, scope: elsewhere(), templates })
      assert.ok(
        candidates(theirs).every(({ state }) => state === 'missing'),
        'templates are one business’s own',
      )
    },
  ),
  forThose(
    'templatesFor',
    'a notification comes filled in, in the language asked for, or says what is missing',
    async (subject, adapter) => {
      const asked = await askedFor(subject)
      const { name, language, data } = sampleOf(subject)
      const carrying = carriedBy(adapter, asked, {
        name,
        languages: [language.replace('_', '-'), NOWHERE],
        data,
      })
      const [best] = await carrying({})
      assert.deepEqual([best?.language, best?.state, best?.missing], [language, 'usable', []])
      const content = best!.content
      assert.ok(content, 'it is filled in')
      const { header, body } = content.parameters
      assert.deepEqual({ ...header, ...body }, data)
      await adapter.prepareContent?.({ ...asked, content })

      const [open] = await carrying({ data: {} })
      assert.deepEqual(open?.missing.toSorted(), Object.keys(data).sort())
      assert.equal(open?.content === null, open!.missing.length > 0, 'what is not whole is not filled in')
      assert.deepEqual(Array.from(await carrying({ name: NONE.name })), [])
      assert.deepEqual(Array.from(await carrying({}, elsewhere())), [])
    },
  ),
  forThose(
    'templatesFor',
    'the languages are tried in their order, and money and dates are written as a reader has them',
    async (subject, adapter) => {
      const asked = await askedFor(subject)
      const { name, language, data } = sampleOf(subject)
      const carrying = carriedBy(adapter, asked, { name, languages: [NOWHERE, language], data })
      assert.equal((await carrying({}))[0]?.language, language, 'what is not there is passed over')

      const [key] = Object.keys(data)
      if (key === undefined) return
      const values = [
        { type: 'money', amount: '1234.5', currency: 'EUR' },
        { type: 'date', at: '2026-12-03T14:30:00Z', style: 'date_time', timeZone: 'Europe/Warsaw' },
      ] as const
      for (const value of values) {
        const [filled] = await carrying({ data: { ...data, [key]: value } })
        assert.ok(filled?.content, `${value.type} fills a variable`)
        await adapter.prepareContent?.({ ...asked, content: filled.content })
      }
    },
  ),
  forThose(
    'healthOf',
    'a number that sends stands well, and so does one of which nothing is known',
    async (subject, adapter) => {
      const asked = { ...(await askedFor(subject)), now: new Date() }
      const unknown = { ...asked, channel: { ...asked.channel, channelId: randomUUID() } }
      for (const input of [asked, unknown]) {
        assert.deepEqual({ ...(await adapter.healthOf(input)) }, { blocked: null, restricted: null })
      }
    },
  ),
  forThose(
    'setBlocked',
    'whom the provider blocked and let again can be written to; whom it cannot block, it says in words',
    async (subject, adapter) => {
      const asked = await askedFor(subject)
      for (const isBlocked of [true, false]) await adapter.setBlocked({ ...asked, isBlocked })
      await send(subject, 'Good day again')
      assert.deepEqual(await textsTaken(subject), ['Good day', 'Good day again'])
      const nobody = { phone: null, userId: 'nobody-at-all' }
      await adapter.setBlocked({ ...asked, recipient: nobody, isBlocked: true }).catch((failure) => {
        assert.ok(failure instanceof ChannelError, 'it says so by a ChannelError')
        const { error, action } = failure.body
        assert.ok(failure.code && error && action, 'there is a code, a sentence and what to do')
      })
    },
  ),
  {
    name: 'countries are two letters of ISO 3166, and an id that tells none gives none',
    async run({ adapter, people }) {
      const barred = adapter.rules?.noMarketingIn ?? []
      assert.deepEqual(
        Array.from(barred).filter((code) => !COUNTRY.test(code)),
        [],
      )
      for (const id of ['', 'nobody', '48601234567', ...people]) {
        const region = adapter.regionOfUserId?.(id) ?? null
        assert.ok(region === null || COUNTRY.test(region), `${region} is a country`)
      }
      assert.equal(adapter.regionOfUserId?.('') ?? null, null)
    },
  },
]
