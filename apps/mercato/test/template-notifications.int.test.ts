import { randomUUID } from 'node:crypto'
import {
  type DefinitionComponent,
  toWire,
} from '@open-mercato/channel-whatsapp/modules/channel_whatsapp/lib/templates/definition/definition'
import type { PreflightCell } from '@open-mercato/channel-whatsapp/modules/channel_whatsapp/lib/templates/preflight/preflight'
import { agreeAtAcme } from './support/agreeing.ts'
import { customerWrites, outboundAtMeta, simulatorOf } from './support/customer.ts'
import { threadOf } from './support/inbox.ts'
import { queue } from './support/outbox.ts'
import { openShop, type Shop } from './support/shop.ts'

const YESTERDAY = new Date(Date.now() - 25 * 60 * 60 * 1000)
const TEMPLATES = '/api/channel_whatsapp/templates'
const HUB = '/api/communication_channels'

let shop: Shop
let maria: string
let numbers: { id: string; connectionId: string }[]
beforeAll(async () => {
  shop = await openShop()
  maria = await customerWrites(shop, 'maria', YESTERDAY)
  numbers = await shop.sql(
    `select channel_id as id, connection_id as "connectionId" from wa_numbers where tenant_id = ?
     order by display_phone_number`,
    [shop.acme.tenantId],
  )
  for (const [language, text] of Object.entries(DUE)) await approvedAtMeta('payment_due', language, text)
  await read()
}, 60_000)
afterAll(() => shop.close())

const DUE = {
  en_US: 'Hi {{name}}, this is a short reminder from us: please pay {{amount}} by {{due_date}}. Thank you.',
  pl: 'Cześć {{name}}, to krótkie przypomnienie od nas: prosimy o zapłatę {{amount}} do {{due_date}}. Dziękujemy.',
  de: 'Hallo {{name}}, eine kurze Erinnerung von uns: bitte zahlen Sie {{amount}} bis {{due_date}}. Danke.',
  es: 'Hola, {{name}}: por favor, pague {{amount}} antes del {{due_date}}. Gracias.',
}
const EXAMPLES = { name: 'Ana', amount: '10', due_date: 'Monday' }

async function approvedAtMeta(name: string, language: string, text: string): Promise<string> {
  const named = Object.entries(EXAMPLES).map(([param_name, example]) => ({ param_name, example }))
  const components: DefinitionComponent[] = [
    { type: 'BODY', text, example: { body_text_named_params: named } },
  ]
  const frame = { name, language, category: 'UTILITY', parameterFormat: 'NAMED' } as const
  const { wabaId, accessToken } = shop.acme.account
  const answer = await fetch(`${shop.simulatorUrl}/v26.0/${wabaId}/message_templates`, {
    method: 'POST',
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(toWire({ ...frame, components })),
  })
  expect(answer.status).toBe(200)
  const { id } = (await answer.json()) as { id: string }
  const review = { method: 'POST', body: JSON.stringify({ decision: 'approve' }) }
  await simulatorOf(shop, `templates/${id}/review`, review)
  return id
}
const read = () =>
  shop.acme.admin('post', `/api/channel_whatsapp/connections/${numbers[0]!.connectionId}/refresh`).expect(200)

describe('a notification about money and a day', () => {
  const data = {
    amount: { type: 'money', amount: '1234.50', currency: 'EUR' },
    due_date: { type: 'date', at: '2026-12-15T23:30:00Z', timeZone: 'Europe/Warsaw' },
  }
  it.each([
    [
      'en',
      'Hi Maria, this is a short reminder from us: please pay €1,234.50 by December 16, 2026. Thank you.',
    ],
    [
      'pl',
      'Cześć Maria, to krótkie przypomnienie od nas: prosimy o zapłatę 1234,50 € do 16 grudnia 2026. Dziękujemy.',
    ],
    [
      'de',
      'Hallo Maria, eine kurze Erinnerung von uns: bitte zahlen Sie 1.234,50 € bis 16. Dezember 2026. Danke.',
    ],
    ['es', 'Hola, Maria: por favor, pague 1234,50 € antes del 16 de diciembre de 2026. Gracias.'],
  ])('is written as its readers write, and Meta takes it: %s', async (language, expected) => {
    const id = await queue(shop, maria, { notification: { name: 'payment_due', language, data } })
    await shop.drain()
    const sent = (await threadOf(shop, maria)).find((one: { id: string }) => one.id === id)
    expect(sent).toMatchObject({ error: null })
    expect(sent.content.rendered.body.replace(/[\u00a0\u202f]/g, ' ')).toBe(expected)
  })
})

describe('before a customer notices', () => {
  const preflight = async () => (await shop.acme.agent('get', `${TEMPLATES}/preflight`).expect(200)).body
  const health = async () =>
    (await shop.acme.admin('post', '/api/integrations/channel_whatsapp/health').expect(200)).body
  const settings = (change: object) => shop.acme.admin('put', `${HUB}/settings`).send(change).expect(200)

  it('each notification is shown in each language from each number', async () => {
    const languages = ['pl', 'fr']
    await settings({ defaultLanguage: 'de', notificationLanguages: languages })
    const seen = await preflight()
    expect(seen).toMatchObject({ languages: ['de', ...languages] })
    expect(seen.numbers.map(({ channelId }: PreflightCell) => channelId)).toEqual(numbers.map(({ id }) => id))
    expect(seen.notifications).toContainEqual(expect.objectContaining({ name: 'payment_due', isInUse: true }))
    expect(seen.cells).toHaveLength(seen.notifications.length * 3 * numbers.length)
    const cells = (notification: string) =>
      seen.cells
        .filter((one: PreflightCell) => one.notification === notification && one.channelId === numbers[0]!.id)
        .map(({ state, fallbackLanguage }: PreflightCell) => [state, fallbackLanguage])
    expect(cells('payment_due')).toEqual([
      ['usable', null],
      ['usable', null],
      ['fallback', 'de'],
    ])
    expect(cells('order_shipped')).toEqual(Array(3).fill(['missing', null]))
    // Whoever reads neither of them is written to in English where no language was chosen.
    await settings({ defaultLanguage: null, notificationLanguages: languages })
    expect(await preflight()).toMatchObject({ languages: ['en', ...languages] })
  })

  it('one that is wanted and would not leave is a warning in the marketplace', async () => {
    expect((await health()).status).toBe('healthy')
    await settings({ enabledNotifications: ['order_shipped'] })
    expect(await health()).toMatchObject({
      status: 'degraded',
      details: { sentence: { code: 'notifications_blocked', notifications: 'order_shipped' } },
    })
    await settings({ enabledNotifications: [] })
  })

  it('a number that is switched off is not in it, and nobody sees another tenant’s', async () => {
    const off = numbers.at(-1)!
    const path = `/api/channel_whatsapp/connections/${off.connectionId}/numbers/${off.id}`
    await shop.acme.admin('put', path).send({ isEnabled: false }).expect(200)
    const seen = await preflight()
    expect(seen.numbers.map(({ channelId }: PreflightCell) => channelId)).not.toContain(off.id)
    const other = (await shop.birch.agent('get', `${TEMPLATES}/preflight`).expect(200)).body
    expect(JSON.stringify(other)).not.toContain(numbers[0]!.id)
    await shop.acme.admin('put', path).send({ isEnabled: true }).expect(200)
  })
})

describe('a template that is tried out', () => {
  // Anna of the simulator, who never wrote to Acme.
  const to = '+49 151 23456789'
  const idOf = async (name: string) => {
    const [row] = await shop.sql<{ id: string }>(
      `select id from wa_templates where name = ? and language = 'en_US' and connection_id = ?`,
      [name, numbers[0]!.connectionId],
    )
    return row!.id
  }
  const test = async (name: string, more: object = {}, who = shop.acme.admin, key: string = randomUUID()) =>
    who('post', `${TEMPLATES}/managed/${await idOf(name)}/test`)
      .set('idempotency-key', key)
      .send({
        ...{ channelId: numbers[0]!.id, to, parameters: { body: { first_name: 'Anna' } } },
        ...more,
      })

  it('goes to nobody who did not agree, and says so and where to record it', async () => {
    const refused = await test('welcome_back')
    expect(refused.status).toBe(422)
    expect(refused.body).toMatchObject({ code: 'no_consent', action: expect.stringMatching(/./) })
    await agreeAtAcme(shop, { conversationIds: [refused.body.conversationId] })
    const sent = await test('welcome_back')
    expect(sent.status).toBe(202)
    expect(sent.body.conversationId).toBe(refused.body.conversationId)
    await shop.drain()
    expect((await threadOf(shop, sent.body.conversationId)).at(-1)).toMatchObject({
      id: sent.body.messageId,
      error: null,
      author: { name: expect.any(String) },
      content: { name: 'welcome_back', rendered: { body: expect.stringContaining('Hello Anna') } },
    })
    expect((await outboundAtMeta(shop)).at(-1)).toMatchObject({ content: { name: 'welcome_back' } })
  })

  it('leaves once for all taps of one key, and not at all without one', async () => {
    const before = (await outboundAtMeta(shop)).length
    const tap = (more: object = {}) => test('welcome_back', more, shop.acme.admin, 'two-taps')
    const taps = [...(await Promise.all([tap(), tap()])), await tap()]
    expect(taps.map(({ status }) => status)).toEqual([202, 202, 202])
    expect(new Set(taps.map(({ body }) => body.messageId)).size).toBe(1)
    const other = await tap({ parameters: { body: { first_name: 'Hanna' } } })
    expect([other.status, other.body.code]).toEqual([409, 'idempotency_conflict'])
    const none = await shop.acme
      .admin('post', `${TEMPLATES}/managed/${await idOf('welcome_back')}/test`)
      .send({})
    expect(none.status).toBe(400)
    expect(none.body.fieldErrors).toHaveProperty('idempotency-key')
    await shop.drain()
    expect((await outboundAtMeta(shop)).length).toBe(before + 1)
  })

  it.each<[string, string, object, string]>([
    ['a value is missing', 'welcome_back', { parameters: {} }, 'content.parameters.body.first_name'],
    ['the number is none', 'welcome_back', { to: '12' }, 'to'],
  ])('is refused where %s, and the field is named', async (_, name, more, field) => {
    const { status, body } = await test(name, more)
    expect(status).toBe(422)
    expect(Object.keys(body.fieldErrors)).toEqual([field])
  })

  it('leaves from a number of its own account, by somebody who manages templates', async () => {
    const [foreign] = await shop.sql<{ id: string }>(
      'select channel_id as id from wa_numbers where tenant_id = ? limit 1',
      [shop.birch.tenantId],
    )
    const wrong = await test('welcome_back', { channelId: foreign!.id })
    expect(wrong.body).toMatchObject({ code: 'channel_of_other_account' })
    expect((await test('welcome_back', {}, shop.acme.agent)).status).toBe(403)
    expect((await test('welcome_back', {}, shop.birch.admin)).status).toBe(404)
  })
})
