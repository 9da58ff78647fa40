import type { EntityManager } from '@mikro-orm/postgresql'
import { dbOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import { notificationsInUse } from '@open-mercato/communication-channels/modules/communication_channels/lib/notifications/notifications-in-use'
import { answerIn } from './support/inbox.ts'
import { type LetterDesk, openLetterDesk } from './support/letterDesk.ts'
import { openShop, type Shop } from './support/shop.ts'

let shop: Shop
let desk: LetterDesk
let maria: string
beforeAll(async () => {
  shop = await openShop()
  desk = await openLetterDesk(shop)
  maria = await desk.hearsFrom('Maria Nowak')
})
afterEach(() => desk.call('put', '/settings').send({ defaultLanguage: null }).expect(200))
afterAll(async () => {
  desk.close()
  await shop.close()
})

const shipped = (more: object = {}) => ({ notification: { name: 'order_shipped', data: {}, ...more } })
const inLanguages = (...languages: string[]) =>
  desk.keeps(...languages.map((language) => ({ name: 'order_shipped', language, words: `In ${language}` })))
const reasonOf = (decision: { reasons: { code: string; sentence: string }[] }) =>
  decision.reasons.find(({ code }) => code === 'language_fallback')?.sentence ?? null
const inUse = () => {
  const db = dbOf(shop.host.createContainer().resolve<EntityManager>('em').fork())
  return notificationsInUse(db, desk.scope, new Date())
}

describe('a notification leaves in the first language that there is a letter in', () => {
  it.each<[string, string | null, object, string]>([
    ['the person’s', 'de', { language: 'pl' }, 'pl'],
    [
      'the organisation’s, where the person’s is missing',
      'de',
      { language: 'fr', fallbackLanguage: 'pl' },
      'de',
    ],
    ['the organisation’s, where the person’s is not known', 'de', { fallbackLanguage: 'pl' }, 'de'],
    ['the named one, where both are missing', 'it', { language: 'fr', fallbackLanguage: 'pl' }, 'pl'],
    ['English, where nobody said anything', null, {}, 'en'],
  ])('%s', async (_, defaultLanguage, asked, language) => {
    inLanguages('en', 'de', 'pl')
    await desk.call('put', '/settings').send({ defaultLanguage }).expect(200)
    const { template } = await desk.explain(maria, shipped(asked))
    expect(template).toEqual({ name: 'order_shipped', language })
  })

  it('passes over one that is paused, and says that another language came before', async () => {
    const [polish] = inLanguages('pl', 'de')
    polish!.state = 'paused'
    await desk.call('put', '/settings').send({ defaultLanguage: 'de' }).expect(200)
    const decision = await desk.explain(maria, shipped({ language: 'pl' }))
    expect(decision).toMatchObject({ outcome: 'use_template', template: { language: 'de' } })
    expect(reasonOf(decision)).toContain('another language (German)')
    expect(reasonOf(await desk.explain(maria, shipped({ language: 'pl' }), 'de'))).toContain('Polnisch')
    polish!.state = 'usable'
    expect(reasonOf(await desk.explain(maria, shipped({ language: 'pl' })))).toBeNull()
  })

  it('knows the language of a word that the person once wrote', async () => {
    const id = await desk.hearsFrom('Jan Kowalski')
    inLanguages('en', 'pl')
    await shop.sql(`update cc_settings set default_language = 'en' where organization_id = ?`, [
      desk.scope.organizationId,
    ])
    expect((await desk.explain(id, shipped())).template.language).toBe('en')
    await desk.hearsFrom('Jan Kowalski', 'WYPISZ')
    await desk.hearsFrom('Jan Kowalski', 'Dzień dobry')
    expect((await desk.explain(id, shipped())).template.language).toBe('pl')
  })
})

describe('a notification is filled in', () => {
  it('with what the hub knows of the person and the business, unless its caller knows better', async () => {
    desk.keeps({
      name: 'hello',
      language: 'en',
      words: '{{contact_first_name}}, {{contact_name}}: {{business_name}}',
    })
    const hello = (data: object) => ({ notification: { name: 'hello', data } })
    await desk.queues(maria, hello({}))
    await desk.queues(maria, hello({ contact_first_name: 'Mary', business_name: 'The tent shop' }))
    await shop.drain()
    expect(desk.words()).toEqual(
      expect.arrayContaining(['Maria, Maria Nowak: Acme Outdoor', 'Mary, Maria Nowak: The tent shop']),
    )
    const [row] = await shop.sql<{ text: string }>(
      `select string_agg(m::text, '') as text from cc_external_messages m where notification = 'hello'`,
    )
    expect(row!.text).not.toMatch(/Maria|Nowak|Acme Outdoor/)
  })

  it('and says what is missing where the hub does not know it either', async () => {
    desk.keeps({ name: 'call_you', language: 'en', words: 'At {{contact_phone}}?' })
    const { body } = await answerIn(shop, maria, { notification: { name: 'call_you' } }).expect(422)
    expect(body).toMatchObject({
      code: 'template_data_missing',
      error: expect.stringContaining('contact_phone'),
    })
  })

  it('with money and times as the language of its letter writes them', async () => {
    desk.keeps(
      { name: 'invoice_ready', language: 'de', words: 'Zu zahlen: {{amount}} bis {{due_date}}' },
      { name: 'invoice_ready', language: 'en_US', words: 'Due: {{amount}} by {{due_date}}' },
    )
    const data = {
      amount: { type: 'money', amount: '1234.50', currency: 'EUR' },
      due_date: { type: 'date', at: '2026-12-15T23:30:00Z', timeZone: 'Europe/Warsaw' },
    }
    for (const language of ['de', 'en-US']) {
      await desk.queues(maria, { notification: { name: 'invoice_ready', language, data } })
    }
    await shop.drain()
    const written = desk.words().map((words) => words.replaceAll(/\s/g, ' '))
    expect(written).toEqual(
      expect.arrayContaining(['Zu zahlen: 1.234,50 € bis 16.12.2026', 'Due: €1,234.50 by Dec 16, 2026']),
    )
  })

  it.each<[string, object]>([
    ['an amount that is a number', { type: 'money', amount: 12, currency: 'EUR' }],
    ['an amount with a comma', { type: 'money', amount: '12,50', currency: 'EUR' }],
    ['parts of a cent', { type: 'money', amount: '12.345', currency: 'EUR' }],
    ['a currency by its sign', { type: 'money', amount: '12', currency: '€' }],
    ['a day that there is not', { type: 'date', at: '2026-02-30T10:00:00Z' }],
    ['a time zone that there is not', { type: 'date', at: '2026-02-03T10:00:00Z', timeZone: 'Mars/North' }],
    ['another kind of value', { type: 'html', text: '<b>' }],
  ])('but never with %s', async (_, amount) => {
    const { body } = await answerIn(shop, maria, shipped({ data: { amount } })).expect(400)
    expect(Object.keys(body.fieldErrors).join()).toMatch(/^notification\.data\.amount/)
  })
})

describe('the notifications in use', () => {
  const named = async (name: string) => (await inUse()).find((one) => one.name === name)

  it('are those that the hub asks, that somebody switched on, and that were sent in the last 30 days', async () => {
    desk.keeps(
      { name: 'order_delivered', language: 'en', words: 'There it is.' },
      { name: 'own_idea', language: 'en', words: 'Look.' },
    )
    expect(await named('order_delivered')).toMatchObject({
      purpose: 'utility',
      isInUse: false,
      lastSentAt: null,
    })
    expect(await named('own_idea')).toBeUndefined()
    await desk
      .call('put', '/settings')
      .send({ enabledNotifications: ['welcome', 'welcome'] })
      .expect(200)
    for (const name of ['order_delivered', 'own_idea']) await desk.queues(maria, { notification: { name } })
    await shop.drain()
    const names = (await inUse()).flatMap(({ name, isInUse }) => (isInUse ? name : []))
    expect(names).toEqual(
      expect.arrayContaining([
        'welcome',
        're_engagement',
        'stop_confirmation',
        'order_delivered',
        'own_idea',
      ]),
    )
    expect(names).not.toContain('double_opt_in')
    expect(await named('order_delivered')).toMatchObject({
      keys: ['contact_first_name', 'business_name', 'order_number'],
      lastSentAt: expect.any(Date),
    })
  })

  it('forget after 30 days what was sent, and count what was never to leave yet as little', async () => {
    desk.keeps({ name: 'payment_reminder', language: 'en', words: 'Please.' })
    const at = new Date(Date.now() + 3_600_000).toISOString()
    await desk.queues(maria, { notification: { name: 'payment_reminder' }, scheduledAt: at })
    expect((await named('payment_reminder'))!.isInUse).toBe(false)
    await shop.sql(
      `update cc_external_messages set sent_at = now() - interval '31 days' where notification in ('payment_reminder', 'own_idea')`,
    )
    expect((await named('payment_reminder'))!.isInUse).toBe(false)
    expect(await named('own_idea')).toBeUndefined()
  })

  it('take in the question for a second yes where the organisation demands one', async () => {
    await desk
      .call('put', '/settings')
      .send({ consentRules: { doubleOptIn: true } })
      .expect(200)
    expect((await named('double_opt_in'))!.isInUse).toBe(true)
  })

  it.each<[string, object]>([
    ['defaultLanguage', { defaultLanguage: 'English' }],
    ['notificationLanguages.1', { notificationLanguages: ['pl', 'Polish!'] }],
    ['enabledNotifications.0', { enabledNotifications: ['Order shipped'] }],
  ])('and a setting that is none is named: %s', async (path, settings) => {
    const { body } = await desk.call('put', '/settings').send(settings).expect(400)
    expect(Object.keys(body.fieldErrors)).toEqual([path])
  })
})
