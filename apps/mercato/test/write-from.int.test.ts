import { STANDARD_RULES } from '@open-mercato/communication-channels/modules/communication_channels/lib/consent/consent-rules'
import { delivery, textMessage } from './support/payloads.ts'
import { openShop, type Shop } from './support/shop.ts'

let shop: Shop

beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const API = '/api/communication_channels'

interface Opened {
  conversation: { id: string; channel: { id: string; displayName: string }; contact: { id: string } }
}

const channels = async () =>
  (await shop.acme.admin('get', `${API}/channels`)).body.items as { id: string; displayName: string }[]

const channelNamed = async (name: string) =>
  (await channels()).find(({ displayName }) => displayName === name)!.id

async function contactWhoWrote(
  id: string,
): Promise<{ contactId: string; conversationId: string; channelId: string }> {
  await shop.acme.deliver(delivery(shop.acme, [textMessage({ id, text: 'Hello' })]))
  await shop.drain()
  const [row] = await shop.sql<{ contactId: string; conversationId: string; channelId: string }>(
    `select v.contact_id as "contactId", v.id as "conversationId", v.channel_id as "channelId"
     from cc_external_messages m join cc_external_conversations v on v.id = m.conversation_id
     where m.external_message_id = ?`,
    [id],
  )
  return row!
}

describe('writing to a person from one of several numbers', () => {
  it('goes through the number they know, unless another one is chosen; each number has its own thread', async () => {
    const { contactId, conversationId, channelId } = await contactWhoWrote('wamid.knows-sales')
    const known = await shop.acme.agent('post', `${API}/conversations`).send({ contactId })
    expect(known.status).toBe(200)
    expect((known.body as Opened).conversation.id).toBe(conversationId)

    const other = (await channels()).find(({ id }) => id !== channelId)!
    const chosen = await shop.acme
      .agent('post', `${API}/conversations`)
      .send({ contactId, channelId: other.id })
    expect(chosen.status).toBe(201)
    expect((chosen.body as Opened).conversation).toMatchObject({
      channel: { id: other.id },
      contact: { id: contactId },
    })
    const again = await shop.acme
      .agent('post', `${API}/conversations`)
      .send({ contactId, channelId: other.id })
    expect(again.status).toBe(200)
    expect((again.body as Opened).conversation.id).toBe((chosen.body as Opened).conversation.id)
  })

  it('says that the window never opened on a number which they did not write to', async () => {
    const { contactId, channelId } = await contactWhoWrote('wamid.window')
    const other = (await channels()).find(({ id }) => id !== channelId)!
    const { body } = await shop.acme
      .agent('post', `${API}/conversations`)
      .send({ contactId, channelId: other.id })
    expect(body.policy.freeForm).toMatchObject({ outcome: 'use_template', code: 'window_never_opened' })
  })

  describe('with a default number', () => {
    let sales: string
    let support: string
    beforeAll(async () => {
      ;[sales, support] = [await channelNamed('Acme Outdoor'), await channelNamed('Acme Support')]
      await useAsDefault(support)
    })
    afterAll(() => useAsDefault(null))

    const useAsDefault = (defaultChannelId: string | null) =>
      shop.acme.admin('put', `${API}/settings`).send({ defaultChannelId }).expect(200)
    const write = (body: object) => shop.acme.agent('post', `${API}/conversations`).send(body)
    const channelOf = async (body: object, status: number) =>
      ((await write(body).expect(status)).body as Opened).conversation.channel.id

    it('somebody new is written to from it', async () => {
      const phone = '+48 600 100 201'
      expect(await channelOf({ phone }, 201)).toBe(support)
      expect(await channelOf({ phone }, 200)).toBe(support)
      await useAsDefault(sales)
      expect(await channelOf({ phone: '+48 600 100 202' }, 201)).toBe(sales)
      expect(await channelOf({ phone }, 200)).toBe(support)
      await useAsDefault(support)
    })

    it('a number that is chosen goes before it', async () => {
      expect(await channelOf({ phone: '+48 600 100 203', channelId: sales }, 201)).toBe(sales)
    })

    it('the number that a person knows goes before it, whoever is named by contact or by phone', async () => {
      const { contactId } = await contactWhoWrote('wamid.knows-outdoor')
      expect(await channelOf({ contactId }, 200)).toBe(sales)
      expect(await channelOf({ phone: '+48 601 234 567' }, 200)).toBe(sales)
    })

    it('that is switched off, the only other one is used', async () => {
      await shop.sql('update cc_communication_channels set is_enabled = false where id = ?', [support])
      const channel = await channelOf({ phone: '+48 600 100 204' }, 201)
      await shop.sql('update cc_communication_channels set is_enabled = true where id = ?', [support])
      expect(channel).toBe(sales)
    })

    it('taken back, it has to be said which one of several writes', async () => {
      await useAsDefault(null)
      const { body } = await write({ phone: '+48 600 100 205' }).expect(422)
      expect(body.code).toBe('choose_channel')
      await useAsDefault(support)
    })
  })

  it('refuses another tenant’s number and one that is switched off, by name', async () => {
    const { contactId } = await contactWhoWrote('wamid.refusals')
    const [foreign] = await shop.sql<{ id: string }>(
      'select id from cc_communication_channels where tenant_id = ?',
      [shop.birch.tenantId],
    )
    const stranger = await shop.acme
      .agent('post', `${API}/conversations`)
      .send({ contactId, channelId: foreign!.id })
    expect(stranger.status).toBe(422)
    expect(stranger.body).toMatchObject({
      code: 'channel_unknown',
      fieldErrors: { channelId: expect.any(String) },
    })

    const support = await channelNamed('Acme Support')
    await shop.sql('update cc_communication_channels set is_enabled = false where id = ?', [support])
    const switchedOff = await shop.acme
      .agent('post', `${API}/conversations`)
      .send({ contactId, channelId: support })
    await shop.sql('update cc_communication_channels set is_enabled = true where id = ?', [support])
    expect(switchedOff.body).toMatchObject({ code: 'channel_disabled' })
  })
})

it('a number whose sending is paused says why and until when, and none of its neighbours does', async () => {
  const support = await channelNamed('Acme Support')
  const circuits = async () =>
    (await shop.acme.agent('get', `${API}/channels`)).body.items.map(
      (one: { circuit: unknown }) => one.circuit,
    )
  expect(await circuits()).toEqual([null, null])
  const retryAt = '2026-12-01T08:00:00.000Z'
  await shop.sql(
    `insert into cc_circuits (channel_id, tenant_id, organization_id, state, reason, opened_at, retry_at, opens)
     select id, tenant_id, organization_id, 'open', 'account', now(), ?, 1
     from cc_communication_channels where id = ?`,
    [retryAt, support],
  )
  expect(await circuits()).toEqual([null, { state: 'open', reason: 'account', retryAt }])
  await shop.sql(`update cc_circuits set state = 'half_open'`)
  expect(await circuits()).toEqual([null, { state: 'half_open', reason: 'account', retryAt }])
  await shop.sql(`update cc_circuits set state = 'closed'`)
  expect(await circuits()).toEqual([null, null])
})

describe('the settings of channels', () => {
  it('keep both of two changes that are made at the same moment', async () => {
    const put = (change: object) => shop.acme.admin('put', `${API}/settings`).send(change).expect(200)
    const support = await channelNamed('Acme Support')
    for (let days = 1; days <= 4; days++) {
      await put({ defaultChannelId: null })
      await Promise.all([put({ defaultChannelId: support }), put({ fileRetentionDays: days })])
      const { body } = await shop.acme.agent('get', `${API}/settings`)
      expect(body).toMatchObject({ defaultChannelId: support, fileRetentionDays: days })
    }
    await put({ defaultChannelId: null, fileRetentionDays: null })
  })

  it('keep the default number and the days that files are kept, each by itself', async () => {
    const support = await channelNamed('Acme Support')
    await shop.acme.admin('put', `${API}/settings`).send({ defaultChannelId: support }).expect(200)
    await shop.acme.admin('put', `${API}/settings`).send({ fileRetentionDays: 90 }).expect(200)
    const { body } = await shop.acme.agent('get', `${API}/settings`)
    expect(body).toMatchObject({ defaultChannelId: support, fileRetentionDays: 90 })
    expect((await shop.birch.agent('get', `${API}/settings`)).body).toEqual({
      defaultChannelId: null,
      fileRetentionDays: null,
      automaticPerMinute: 50,
      legalHold: null,
      consentRules: STANDARD_RULES,
      defaultLanguage: null,
      notificationLanguages: [],
      enabledNotifications: [],
    })
  })

  it('say how many messages a minute leave by themselves, within bounds', async () => {
    const put = (automaticPerMinute: number) =>
      shop.acme.admin('put', `${API}/settings`).send({ automaticPerMinute })
    expect((await put(120).expect(200)).body).toMatchObject({ automaticPerMinute: 120 })
    expect((await put(0).expect(400)).body.fieldErrors).toHaveProperty('automaticPerMinute')
    await put(100_001).expect(400)
    await put(50).expect(200)
  })

  it('have a legal hold that goes on since when it began, whatever its reason is now', async () => {
    const put = (legalHold: object | null) => shop.acme.admin('put', `${API}/settings`).send({ legalHold })
    const begun = (await put({ reason: 'Case 7' }).expect(200)).body.legalHold
    expect(begun).toEqual({ since: expect.any(String), reason: 'Case 7' })
    expect((await put({ reason: 'Cases 7 and 8' }).expect(200)).body.legalHold).toEqual({
      since: begun.since,
      reason: 'Cases 7 and 8',
    })
    expect((await put(null).expect(200)).body.legalHold).toBeNull()
    const log = await shop.acme.admin('get', '/api/audit_logs/actions').expect(200)
    expect(JSON.stringify(log.body)).toContain('Cases 7 and 8')
  })

  it('refuse another tenant’s number, a senseless number of days, and an agent', async () => {
    const [foreign] = await shop.sql<{ id: string }>(
      'select id from cc_communication_channels where tenant_id = ?',
      [shop.birch.tenantId],
    )
    const taken = await shop.acme.admin('put', `${API}/settings`).send({ defaultChannelId: foreign!.id })
    expect([taken.status, taken.body.code]).toEqual([422, 'channel_unknown'])
    const never = await shop.acme.admin('put', `${API}/settings`).send({ fileRetentionDays: 0 })
    expect([never.status, never.body.code]).toEqual([400, 'invalid_input'])
    await shop.acme.agent('put', `${API}/settings`).send({ fileRetentionDays: 1 }).expect(403)
  })
})
