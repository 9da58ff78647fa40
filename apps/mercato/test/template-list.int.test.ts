import { agreeAtAcme } from './support/agreeing.ts'
import { answerIn, conversationsOf, receive } from './support/inbox.ts'
import { openStandInShop } from './support/outbox.ts'
import { change, delivery, NOW, statusReport, textMessage } from './support/payloads.ts'
import type { Shop } from './support/shop.ts'

const MANAGED = '/api/channel_whatsapp/templates/managed'
const ACCOUNTS = '/api/channel_whatsapp/templates/accounts'

interface Row {
  id: string
  name: string
  language: string
  status: string
}

let shop: Shop
openStandInShop((opened) => {
  shop = opened.shop
})
let connectionId: string
beforeAll(async () => {
  connectionId = (await shop.acme.admin('get', ACCOUNTS).expect(200)).body.items[0].connectionId
  await draft('brand_new', null)
  await draft('order_update', await idOf('order_update'))
})

async function draft(name: string, templateId: string | null): Promise<void> {
  await shop.sql(
    `insert into wa_template_drafts (id, tenant_id, organization_id, connection_id, template_id, name, language,
                                     category, parameter_format, components, created_at, updated_at)
     select gen_random_uuid(), tenant_id, organization_id, id, ?, ?, 'en_US', 'MARKETING', 'POSITIONAL',
            '[{"type": "BODY", "text": "Not 100% finished"}]', now(), now()
     from wa_connections where id = ?`,
    [templateId, name, connectionId],
  )
}
async function idOf(name: string): Promise<string> {
  const [row] = await shop.sql<{ id: string }>(
    `select id from wa_templates where name = ? and language = 'en_US' and connection_id = ?`,
    [name, connectionId],
  )
  return row!.id
}
const list = async (query = '') => (await shop.acme.agent('get', `${MANAGED}?${query}`).expect(200)).body
const namesIn = async (query: string) => (await list(query)).items.map(({ name }: Row) => name)
const detailOf = async (name: string) =>
  (await shop.acme.agent('get', `${MANAGED}/${await idOf(name)}`).expect(200)).body

/** Each is told a second after the one before: in one second nobody knows which was later. */
let told = 0

/** Meta tells it of a template in English, after the templates were read and all that was told before. */
async function tell(name: string, field: string, value: Record<string, unknown>) {
  const [row] = await shop.sql<{ id: string }>('select external_id as id from wa_templates where id = ?', [
    await idOf(name),
  ])
  const about = {
    message_template_id: Number(row!.id),
    message_template_name: name,
    message_template_language: 'en_US',
  }
  const payload = delivery(shop.acme, [change(field, { ...about, ...value })])
  const time = Math.ceil(Date.now() / 1000) + 5 + told++
  for (const entry of payload.entry) Object.assign(entry, { time })
  expect(await shop.acme.deliver(payload)).toBe(200)
  await shop.drain()
}

const orderUpdate = {
  content: {
    type: 'template',
    name: 'order_update',
    language: 'en_US',
    parameters: { body: { '1': 'Maria', '2': 'A-1' } },
  },
}
async function maria(): Promise<string> {
  await receive(shop, textMessage({ id: 'wamid.maria' }))
  const [conversation] = await conversationsOf(shop)
  await agreeAtAcme(shop, { conversationIds: [conversation.id] })
  return conversation.id
}

it('every account shows what it holds and how its last sync ended', async () => {
  const { body } = await shop.acme.agent('get', ACCOUNTS).expect(200)
  const kept = (await list()).total - 1
  expect(body.items).toHaveLength(1)
  expect(body.items[0]).toMatchObject({
    businessAccountId: shop.acme.account.wabaId,
    name: shop.acme.account.wabaName,
    usage: { count: kept },
    byStatus: { APPROVED: expect.any(Number), REJECTED: expect.any(Number) },
    languages: expect.arrayContaining(['en_US', 'pl']),
    ...{ categoryWarnings: 0, firstCategoryWarning: null },
    sync: { cause: 'connection', status: 'complete', readCount: kept, error: null },
  })
  const phones = body.items[0].numbers.map(({ phone }: { phone: string }) => phone)
  expect(phones).toContain(shop.acme.account.numbers[0]!.displayPhoneNumber)
})

it('the pages together are the list, each once and by name', async () => {
  const { total, items } = await list('limit=100')
  expect(items).toHaveLength(total)
  const paged: Row[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: { items: Row[]; nextCursor: string | null; total: number } = await list(
      `limit=3${cursor && `&cursor=${cursor}`}`,
    )
    expect(page.total).toBe(total)
    paged.push(...page.items)
    cursor = page.nextCursor
  }
  expect(paged).toEqual(items)
  const keys = paged.map(({ name, language }) => `${name} ${language}`)
  expect(keys).toEqual(keys.toSorted())
  await shop.acme.agent('get', `${MANAGED}?cursor=nonsense`).expect(400)
  await shop.acme.agent('get', `${MANAGED}?limit=1000`).expect(400)
})

it('a draft of something new stands among them, one that edits a template stands with it', async () => {
  expect(await list('search=brand_new')).toMatchObject({
    total: 1,
    items: [{ status: 'DRAFT', body: 'Not 100% finished', quality: null }],
  })
  const { items } = await list('search=order_update&language=en_US')
  expect(items).toMatchObject([{ name: 'order_update', status: 'APPROVED', draftId: expect.any(String) }])
})

it.each([
  ['status=REJECTED', (row: Record<string, unknown>) => row.status === 'REJECTED'],
  ['status=DRAFT', (row: Record<string, unknown>) => row.status === 'DRAFT'],
  ['category=AUTHENTICATION', (row: Record<string, unknown>) => row.category === 'AUTHENTICATION'],
  ['language=pl', (row: Record<string, unknown>) => row.language === 'pl'],
  ['quality=GREEN', (row: Record<string, unknown>) => row.quality === 'GREEN'],
])('%s finds those and no others', async (query, isMeant) => {
  const all = (await list('limit=100')).items
  const { items, total } = await list(`${query}&limit=100`)
  expect(items.length).toBeGreaterThan(0)
  expect(items).toEqual(all.filter(isMeant))
  expect(total).toBe(items.length)
})

it.each([
  ['ORDER%20UPD', 'order_update', 'a name as people write it'],
  ['Twoje%20zam', 'order_update', 'words of the text'],
  ['100%25', 'brand_new', 'a sign that means something to a database'],
])('%s finds %s, by %s', async (search, name) => {
  const found = await namesIn(`search=${search}`)
  expect(found).toContain(name)
  expect(await namesIn(`search=${search}&connectionId=${connectionId}`)).toEqual(found)
})

it('nothing is found for what nobody wrote, nor in an account of nobody', async () => {
  expect(await list('search=nothing_like_it')).toEqual({ items: [], nextCursor: null, total: 0 })
  expect(await namesIn('connectionId=01990000-0000-7000-8000-000000000000')).toEqual([])
})

it('a template shows its form, what Meta said of it and how well it is liked, over time', async () => {
  const [name, field] = ['welcome_back', 'message_template_quality_update']
  await tell(name, field, { new_quality_score: 'YELLOW' })
  await tell(name, field, { new_quality_score: 'RED' })
  const pause = { event: 'PAUSED', other_info: { title: 'FIRST_PAUSE', description: 'Too many blocked it.' } }
  await tell(name, 'message_template_status_update', pause)
  const detail = await detailOf(name)
  expect(detail).toMatchObject({
    template: {
      name,
      status: 'PAUSED',
      quality: 'RED',
      statusReason: 'Too many blocked it.',
      parameterFormat: 'NAMED',
      externalId: expect.any(String),
    },
    versions: [{ number: 1, source: 'synced', components: detail.template.components }],
    history: [
      {
        kind: 'template_status',
        event: 'PAUSED',
        reason: 'FIRST_PAUSE',
        description: 'Too many blocked it.',
      },
      { kind: 'template_quality', event: 'RED' },
      { kind: 'template_quality', event: 'YELLOW' },
    ],
    edit: { canEdit: true, reason: null, canDelete: true, canChangeCategory: true, canUnpause: true },
    usedBy: { queued: 0, scheduled: 0 },
    categoryEffect: null,
  })
  expect(detail.quality.map(({ score }: { score: string }) => score).slice(-2)).toEqual(['YELLOW', 'RED'])
})

it('one that is to count as marketing says what that means, and one that is paused what waits for it', async () => {
  const conversation = await maria()
  await answerIn(shop, conversation, orderUpdate).expect(202)
  await shop.drain()
  const scheduledAt = new Date(Date.now() + 3_600_000).toISOString()
  await answerIn(shop, conversation, { ...orderUpdate, scheduledAt }).expect(202)
  await tell('order_update', 'template_category_update', {
    new_category: 'UTILITY',
    correct_category: 'MARKETING',
    category_update_timestamp: NOW + 86_400,
  })
  await tell('order_update', 'message_template_status_update', { event: 'PAUSED' })

  const usedBy = { queued: 0, scheduled: 1 }
  const category = { to: 'MARKETING', sentLast30Days: 1, withoutMarketingConsent: expect.any(Number) }
  expect(await detailOf('order_update')).toMatchObject({
    template: { correctCategory: 'MARKETING', categoryChangesAt: expect.any(String) },
    usedBy,
    categoryEffect: category,
  })
  const account = { categoryWarnings: 1, firstCategoryWarning: await idOf('order_update') }
  expect((await shop.acme.agent('get', ACCOUNTS)).body.items).toMatchObject([account])
  const timeline = `/api/channel_whatsapp/connections/${connectionId}/timeline`
  const { body } = await shop.acme.agent('get', timeline).expect(200)
  expect(body.items.slice(0, 2)).toMatchObject([
    { severity: 'warning', effect: { usedBy, category: null } },
    { severity: 'warning', effect: { usedBy: null, category } },
  ])
  await tell('order_update', 'message_template_status_update', { event: 'APPROVED' })
  const later = await shop.acme.agent('get', timeline).expect(200)
  expect(later.body.items[1]).toMatchObject({ detail: { event: 'PAUSED' }, effect: null })
})

it('what became of its messages is counted', async () => {
  const [sent] = await shop.sql<{ id: string }>(
    `select external_message_id as id from cc_external_messages where template_name = 'order_update' and status = 'sent'`,
  )
  await receive(shop, statusReport({ id: sent!.id, status: 'delivered' }))
  await receive(shop, statusReport({ id: sent!.id, status: 'read' }))
  await receive(shop, textMessage({ id: 'wamid.answer', text: 'Thank you', at: NOW + 600 }))
  const path = `${MANAGED}/${await idOf('order_update')}/funnel`
  const { body } = await shop.acme.agent('get', `${path}?days=7`).expect(200)
  expect(body).toEqual({
    since: expect.any(String),
    ...{ sent: 1, delivered: 1, read: 1, answered: 1, failed: 0 },
  })
  expect(Date.now() - Date.parse(body.since)).toBeGreaterThanOrEqual(7 * 86_400_000 - 60_000)
  await shop.acme.agent('get', `${path}?days=8`).expect(400)
})

it('strangers see none of it', async () => {
  const id = await idOf('order_update')
  await shop.birch.admin('get', `${MANAGED}/${id}`).expect(404)
  await shop.birch.admin('get', `${MANAGED}/${id}/funnel`).expect(404)
  await shop.acme.agent('get', `${MANAGED}/01990000-0000-7000-8000-000000000000`).expect(404)
  for (const path of [MANAGED, ACCOUNTS, `${MANAGED}?connectionId=${connectionId}`]) {
    const { text } = await shop.birch.admin('get', path).expect(200)
    expect(text).not.toContain(connectionId)
  }
})
