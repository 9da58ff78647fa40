import { randomUUID } from 'node:crypto'
import { runCommand } from '@open-mercato/communication-channels/modules/communication_channels/lib/run-command'
import { emptyInbox, receive } from './support/inbox.ts'
import { byPhone, byUserId, HUB, peopleOf, T } from './support/people.ts'
import { openShop, type Shop } from './support/shop.ts'

// What staff, forms and checkouts record that somebody agreed to, or wants no more.

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
beforeEach(() => emptyInbox(shop))
afterEach(() => rules({ doubleOptIn: false }))
afterAll(() => shop.close())

const rules = (consentRules: object) =>
  shop.acme.admin('put', `${HUB}/settings`).send({ consentRules }).expect(200)

const optIn = {
  phone: '+48 600 000 171',
  purposes: ['marketing'],
  change: 'opt_in',
  source: 'checkout',
  occurredAt: '2026-05-03T10:00:00.000Z',
  text: 'Send me news about tents.',
  textVersion: '2026-04',
  language: 'en',
  evidence: { ip: '203.0.113.7', reference: 'order 1001' },
}

const record = (consent: object, key: string = randomUUID(), client = shop.acme.admin) =>
  client('post', `${HUB}/consents`).set('idempotency-key', key).send(consent)

const contactOf = async () => (await peopleOf(shop).only()).contact.id as string
const tasks = () => shop.sql<{ kind: string }>('select kind from cc_consent_tasks order by kind')

it('makes a contact of a phone that nobody had yet, and shows how they stand and why', async () => {
  const { body } = await record(optIn).expect(201)
  expect(body).toMatchObject({
    channelType: 'whatsapp',
    consents: [
      { purpose: 'utility', state: 'none', since: null, asked: null },
      {
        purpose: 'marketing',
        state: 'opted_in',
        since: optIn.occurredAt,
        source: 'checkout',
        confirmedAt: null,
      },
    ],
    basis: { firstWroteAt: null },
    rules: { doubleOptIn: false, stopEnds: 'marketing' },
    block: null,
    events: [
      {
        ...{
          seq: 1,
          purpose: 'marketing',
          kind: 'opted_in',
          source: 'checkout',
          occurredAt: optIn.occurredAt,
        },
        ...{ text: optIn.text, textVersion: '2026-04', language: 'en', evidence: optIn.evidence },
        ...{ actor: { name: 'Ada Admin' }, isErased: false, messageId: null, conversationId: null },
      },
    ],
  })
  const { body: found } = await shop.acme.agent('get', `${HUB}/contacts?phone=%2B48600000171`).expect(200)
  expect(found.items).toMatchObject([{ id: body.contactId, phone: '+48600000171' }])
  const [kept] = await shop.sql<{ words: string }>('select words from cc_consent_words')
  expect(kept!.words).not.toContain('tents')
  const [logged] = await shop.sql<object>(
    `select * from action_logs where command_id = 'communication_channels.consent.record'`,
  )
  expect(JSON.stringify(logged)).toContain(body.contactId)
  expect(JSON.stringify(logged)).not.toMatch(/tents|203\.0\.113\.7|600000171/)
})

it('knows the message by which somebody agreed', async () => {
  await receive(shop, byUserId('m1', 'PL.171', T, 'Ola'))
  const [message] = await shop.sql<{ id: string; conversationId: string }>(
    `select id, conversation_id as "conversationId" from cc_external_messages`,
  )
  const { phone: _, ...consent } = { ...optIn, source: 'staff', evidence: { messageId: message!.id } }
  const { body } = await record({ ...consent, contactId: await contactOf() }).expect(201)
  expect(body.events).toMatchObject([{ messageId: message!.id, conversationId: message!.conversationId }])
  expect(body.basis.firstWroteAt).toBe(new Date(T * 1000).toISOString())
})

describe('refuses', () => {
  it.each([
    ['a consent without the text that they saw', { text: undefined }, 'text_missing'],
    ['a text that nobody can see', { text: '\u200b\u2060' }, 'text_missing'],
    ['a consent without evidence', { evidence: {} }, 'evidence_missing'],
    ['evidence that nobody can see', { evidence: { note: '\u200b', ip: '\u3164' } }, 'evidence_missing'],
    ['what has not happened yet', { occurredAt: '2099-01-01T00:00:00.000Z' }, 'in_the_future'],
    ['a confirmation before the consent', { confirmedAt: '2026-05-03T09:59:59.000Z' }, 'confirmed_before'],
    ['what is no phone', { phone: '12' }, 'phone_invalid'],
  ])('%s', async (_, change, code) => {
    const { body } = await record({ ...optIn, ...change }).expect(422)
    expect(body).toMatchObject({ code, error: expect.any(String), action: expect.any(String) })
    expect(await shop.sql('select 1 from cc_consent_events')).toEqual([])
  })

  it('a module of the shop that names evidence and has none', async () => {
    const container = shop.host.createContainer()
    const [scope] = await shop.sql<{ tenantId: string; organizationId: string }>(
      `select tenant_id as "tenantId", id as "organizationId" from organizations where tenant_id = ? and slug = 'acme'`,
      [shop.acme.tenantId],
    )
    const auth = { sub: randomUUID(), tenantId: scope!.tenantId, orgId: scope!.organizationId }
    const consent = { ...optIn, evidence: { ip: undefined } }
    await expect(
      runCommand({ container, auth, scope: scope! }, 'communication_channels.consent.record', {
        consent,
        idempotencyKey: randomUUID(),
      }),
    ).rejects.toMatchObject({ code: 'evidence_missing' })
    expect(await shop.sql('select 1 from cc_consent_events')).toEqual([])
  })

  it('what is not understood', async () => {
    await record({ ...optIn, purposes: ['service'] }).expect(400)
    await record({ ...optIn, purposes: [] }).expect(400)
    await record({ ...optIn, evidence: { because: 'I say so' } }).expect(400)
    await record({ ...optIn, contactId: randomUUID() }).expect(400)
    await record({ ...optIn, occurredAt: '0000-01-01T00:00:00.000Z' }).expect(400)
    await record({ ...optIn, change: 'opt_out', confirmedAt: optIn.occurredAt }).expect(400)
    await shop.acme.admin('post', `${HUB}/consents`).send(optIn).expect(400)
  })

  it('a page of the list that begins on no day', async () => {
    const cursor = Buffer.from(`2026-02-31T10:00:00.000Z_${randomUUID()}_marketing`).toString('base64url')
    const { body } = await shop.acme.admin('get', `${HUB}/consents?cursor=${cursor}`).expect(400)
    expect(body.code).toBe('invalid_cursor')
  })

  it('whoever may not, and another tenant’s person', async () => {
    await record(optIn, randomUUID(), shop.acme.agent).expect(403)
    const { contactId } = (await record(optIn).expect(201)).body
    const { phone: _, ...theirs } = { ...optIn, contactId }
    await record(theirs, randomUUID(), shop.birch.admin).expect(404)
  })

  it('a time when the number was somebody else’s', async () => {
    await receive(shop, byPhone('m1', '48600000171', T, 'Jan'))
    const contactId = await contactOf()
    await shop.sql(`update cc_contact_identities set held_since = '2026-06-01'`)
    const { phone: _, ...consent } = optIn
    expect((await record({ ...consent, contactId }).expect(422)).body.code).toBe('not_theirs_then')
    await record({ ...consent, contactId, occurredAt: undefined }).expect(201)
  })
})

it('is recorded once for one key, and never something else for it', async () => {
  const { body } = await record(optIn, 'order-1').expect(201)
  const again = await Promise.all([record(optIn, 'order-1'), record(optIn, 'order-1')])
  expect(again.map(({ status }) => status)).toEqual([201, 201])
  expect(again[0]!.body.events).toEqual(body.events)
  for (const other of [
    { text: 'Something else' },
    { purposes: ['utility'] },
    { change: 'opt_out' },
    { phone: '+48600000172' },
    { occurredAt: '2026-05-04T10:00:00.000Z' },
  ])
    expect((await record({ ...optIn, ...other }, 'order-1').expect(409)).body.code).toBe(
      'idempotency_conflict',
    )
  expect(await shop.sql('select 1 from cc_consent_events')).toHaveLength(1)
})

it('ends what a person agreed to, without any evidence, and calls back what is queued', async () => {
  await record({ ...optIn, purposes: ['marketing', 'utility'] }).expect(201)
  const optOut = {
    phone: optIn.phone,
    purposes: ['utility', 'marketing'],
    change: 'opt_out',
    source: 'staff',
    occurredAt: '2026-06-01T10:00:00.000Z',
  }
  const { body } = await record({ ...optOut, evidence: {} }).expect(201)
  expect(body.consents).toMatchObject([{ state: 'opted_out' }, { state: 'opted_out', source: 'staff' }])
  expect(await tasks()).toEqual([{ kind: 'stop_queued' }, { kind: 'stop_queued' }])

  // Told late: what they said before does not undo what they said since.
  const late = (await record({ ...optIn, occurredAt: '2026-05-02T10:00:00.000Z' }).expect(201)).body
  expect(late.consents).toMatchObject([{ state: 'opted_out' }, { state: 'opted_out' }])
  expect((await record({ ...optIn, occurredAt: undefined }).expect(201)).body.consents[1].state).toBe(
    'opted_in',
  )
})

describe('where marketing needs a second yes', () => {
  const ask = (contactId: string) => shop.acme.admin('post', `${HUB}/contacts/${contactId}/consents/ask`)
  beforeEach(() => rules({ doubleOptIn: true }))

  it('they are asked for it, unless they gave it already', async () => {
    await record({ ...optIn, purposes: ['utility'] }).expect(201)
    await record({ ...optIn, phone: '+48600000172', confirmedAt: '2026-05-03T11:00:00.000Z' }).expect(201)
    expect(await tasks()).toEqual([])
    await record(optIn).expect(201)
    expect(await tasks()).toEqual([{ kind: 'ask' }])
  })

  it('they are asked again on request, and not for nothing', async () => {
    const { contactId } = (await record({ ...optIn, purposes: ['utility'] }).expect(201)).body
    expect((await ask(contactId).expect(409)).body.code).toBe('nothing_to_confirm')
    await record(optIn).expect(201)
    const first = await shop.sql<{ id: string }>('update cc_consent_tasks set done_at = now() returning id')
    await ask(contactId).expect(202)
    const again = await shop.sql<{ id: string; done_at: string | null }>(
      'select id, done_at from cc_consent_tasks',
    )
    expect(again).toEqual([{ id: expect.not.stringContaining(first[0]!.id), done_at: null }])
    await shop.birch.admin('post', `${HUB}/contacts/${contactId}/consents/ask`).expect(404)
  })
})

describe('the list of consents', () => {
  const listed = async () => (await shop.acme.admin('get', `${HUB}/consents`).expect(200)).body.items

  it('says who has not confirmed yet, where that is asked for, and who is blocked', async () => {
    const { body } = await record(optIn).expect(201)
    expect(await listed()).toMatchObject([{ needsConfirmation: false, isBlocked: false }])
    await rules({ doubleOptIn: true })
    await shop.acme.admin('post', `${HUB}/contacts/${body.contactId}/block`).send({}).expect(200)
    expect(await listed()).toMatchObject([{ needsConfirmation: true, isBlocked: true }])
    await record({ ...optIn, confirmedAt: '2026-05-04T10:00:00.000Z' }).expect(201)
    expect(await listed()).toMatchObject([{ needsConfirmation: false, isBlocked: true }])
  })

  it('is in the order of the times that it shows, however they came to be recorded', async () => {
    for (const day of ['2026-05-03', '2026-05-09', '2026-04-01']) {
      await record({ ...optIn, phone: `+48 600 000 ${day.slice(-2)}1`, occurredAt: `${day}T10:00:00.000Z` })
    }
    const since = (await listed()).map((one: { since: string }) => one.since.slice(0, 10))
    expect(since).toEqual(['2026-05-09', '2026-05-03', '2026-04-01'])
  })
})
