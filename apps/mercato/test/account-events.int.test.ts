import { applyAccountEvents } from '@open-mercato/channel-whatsapp/modules/channel_whatsapp/lib/account/apply-account-events'
import { readAccountChange } from '@open-mercato/channel-whatsapp/modules/channel_whatsapp/lib/account/read-account-change'
import { dbOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { TenantEncryptionService } from '@open-mercato/communication-channels/modules/communication_channels/lib/encryption-service'
import fc from 'fast-check'
import { accountNews, type Change, templateUpdate } from './support/accountNews.ts'
import { openShop, type Shop } from './support/shop.ts'

let shop: Shop
let connectionId: string
let start: number

beforeAll(async () => {
  shop = await openShop()
  const { body } = await shop.acme.admin('get', '/api/channel_whatsapp/connections')
  connectionId = body.items[0].id
  start = Math.ceil(Date.now() / 1000)
}, 120_000)
afterAll(() => shop?.close())

async function apply(changes: Change[]) {
  const { em, tenantEncryptionService } = shop.host.createContainer().cradle as {
    em: typeof shop.host.orm.em
    tenantEncryptionService: TenantEncryptionService
  }
  const [scope] = await shop.sql<{ tenant_id: string; organization_id: string }>(
    'select tenant_id, organization_id from wa_connections where id = ?',
    [connectionId],
  )
  const address = { accountIdentifier: shop.acme.account.wabaId, channelIdentifier: null }
  const events = changes.flatMap(({ field, value, at }) =>
    readAccountChange(field, value, address, new Date((start + at) * 1000)),
  )
  await em.transactional((inner) =>
    applyAccountEvents({
      db: dbOf(inner as never),
      scope: { tenantId: scope!.tenant_id, organizationId: scope!.organization_id },
      connectionId,
      encryption: tenantEncryptionService,
      events: events.map((event) => ({ event, channelId: null, receivedAt: new Date() })),
    }),
  )
}

const rows = async () => ({
  templates: await shop.sql(
    `select name, language, status, category, quality_score, rejected_reason, status_reason, correct_category,
            components, reported from wa_templates where connection_id = ? order by 1, 2`,
    [connectionId],
  ),
  numbers: await shop.sql(
    `select phone_number_id, messaging_limit, throughput, quality_flag, name_decision, requested_name, username,
            reported from wa_numbers where connection_id = ? order by 1`,
    [connectionId],
  ),
  account: await shop.sql('select reported from wa_connections where id = ?', [connectionId]),
  events: await shop.sql(
    `select field, kind, severity, subject, channel_id, occurred_at, event_key from wa_account_events
     where connection_id = ? order by event_key`,
    [connectionId],
  ),
})

async function forget() {
  await shop.sql('delete from wa_account_events')
  await shop.sql(`update wa_connections set reported = '{}'`)
  await shop.sql(
    `update wa_numbers set reported = '{}', messaging_limit = null, throughput = null, quality_flag = null,
            name_decision = null, requested_name = null, username = null`,
  )
  await shop.sql(
    `update wa_templates set reported = '{}', quality_score = null, rejected_reason = null, status_reason = null,
            correct_category = null, components = coalesce(synced_components, components), synced_components = null`,
  )
  await shop.acme.admin('post', `/api/channel_whatsapp/connections/${connectionId}/refresh`)
  // What Graph said is from before the news.
  for (const table of ['wa_numbers', 'wa_templates'])
    await shop.sql(`update ${table} set synced_at = now() - interval '1 day'`)
}

test('news about an account end in the same rows in any order and however often they come', async () => {
  await forget()
  await apply(accountNews)
  const expected = await rows()
  expect(expected.events).toHaveLength(accountNews.length)
  expect(expected.templates).toContainEqual(
    expect.objectContaining({
      name: 'order_update',
      language: 'en_US',
      category: 'MARKETING',
      quality_score: 'GREEN',
      correct_category: null,
      components: expect.arrayContaining([
        expect.objectContaining({ type: 'BODY', text: 'New {{1}} and {{2}}' }),
        expect.objectContaining({ type: 'FOOTER', text: 'Bye' }),
      ]),
    }),
  )
  expect(expected.numbers[0]).toMatchObject({
    messaging_limit: 'TIER_100K',
    throughput: 'HIGH',
    quality_flag: 'FLAGGED',
    name_decision: 'REJECTED',
    username: 'acme',
  })
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([...accountNews, ...accountNews], { minLength: accountNews.length * 2 }),
      fc.integer({ min: 1, max: accountNews.length }),
      async (shuffled, size) => {
        await forget()
        for (let from = 0; from < shuffled.length; from += size) {
          await apply(shuffled.slice(from, from + size))
        }
        expect(await rows()).toEqual(expected)
      },
    ),
    { numRuns: 8 },
  )
}, 120_000)

test('what Graph answered later than the news stays', async () => {
  await forget()
  await shop.sql('update wa_templates set synced_at = ?', [new Date((start + 1000) * 1000).toISOString()])
  await apply([
    templateUpdate('DISABLED', 500),
    templateUpdate('DISABLED', 1001, { message_template_language: 'pl' }),
  ])
  const states = await shop.sql<{ language: string; status: string }>(
    `select language, status from wa_templates where name = 'order_update' and connection_id = ? order by 1`,
    [connectionId],
  )
  expect(states).toEqual([
    { language: 'en_US', status: 'APPROVED' },
    { language: 'pl', status: 'DISABLED' },
  ])
})

test('the timeline shows them newest first, page by page, and to nobody else', async () => {
  await forget()
  await apply(accountNews)
  const path = `/api/channel_whatsapp/connections/${connectionId}/timeline`
  const items: { kind: string; occurredAt: string; detail: { kind: string }; channelId: string | null }[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { body, status } = await shop.acme.agent('get', `${path}?limit=5${cursor && `&cursor=${cursor}`}`)
    expect(status).toBe(200)
    items.push(...body.items)
    cursor = body.nextCursor
  }
  expect(items).toHaveLength(accountNews.length)
  const times = items.map(({ occurredAt }) => occurredAt)
  expect(times).toEqual(times.toSorted().toReversed())
  for (const { kind, detail } of items) expect(detail.kind).toBe(kind)
  expect(items.find(({ kind }) => kind === 'number_name')?.channelId).toBeTruthy()
  expect(items.find(({ kind }) => kind === 'other')?.detail).toEqual({
    kind: 'other',
    value: { unheard: 'of' },
  })

  expect((await shop.birch.admin('get', path)).status).toBe(404)
  expect((await shop.acme.agent('get', `${path}?cursor=nonsense`)).status).toBe(400)
  const [kept] = await shop.sql<{ detail: string }>('select detail from wa_account_events limit 1')
  expect(kept!.detail).not.toContain('kind')
})

test('how an account and its numbers stand is shown with the connection', async () => {
  await forget()
  await apply(accountNews)
  const { body } = await shop.acme.agent('get', '/api/channel_whatsapp/connections')
  const [connection] = body.items
  expect(connection.account).toEqual({
    review: 'REJECTED',
    ban: null,
    restrictions: [],
    violation: null,
    lost: 'ACCOUNT_OFFBOARDED',
    dailyLimit: 2000,
  })
  expect(connection.numbers[0]).toMatchObject({
    messagingLimit: 'TIER_100K',
    throughput: 'HIGH',
    isFlagged: true,
    nameDecision: 'REJECTED',
    requestedName: 'Best',
    username: 'acme',
  })
})
