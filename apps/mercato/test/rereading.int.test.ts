import { rereadDue } from '@open-mercato/channel-whatsapp/modules/channel_whatsapp/lib/rereading/reread-due'
import { REREADING_QUEUE } from '@open-mercato/channel-whatsapp/modules/channel_whatsapp/lib/rereading/schedule'
import { createModuleQueue } from '@open-mercato/queue'
import { openShop, type Shop, type Tenant } from './support/shop.ts'

let shop: Shop
beforeEach(async () => {
  shop = await openShop()
})
afterEach(() => shop.close())

const HOUR_MS = 3_600_000
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS)

const rereadAt = (now: Date) =>
  rereadDue({ newContainer: async () => shop.host.createContainer(), now: () => now, random: () => 1 })

/** As an earlier version left it. */
const forgetFacts = () =>
  shop.sql(`
    with facts as (
      update wa_numbers set status = null, name_status = null, messaging_limit = null, throughput = null)
    update wa_connections
    set account_name = null, portfolio_id = null, portfolio_name = null, next_read_at = now()`)

const connectionOf = async (tenant: Tenant) => {
  const { body } = await tenant.admin('get', '/api/channel_whatsapp/connections').expect(200)
  return body.items[0]
}
const known = expect.objectContaining({
  accountName: expect.any(String),
  portfolio: expect.objectContaining({ id: expect.any(String) }),
  status: 'connected',
})
const unknown = expect.objectContaining({ accountName: null, portfolio: null })

it('what an earlier version never asked for is there soon after the start, with nobody doing anything', async () => {
  await forgetFacts()
  expect(await connectionOf(shop.acme)).toEqual(unknown)
  await createModuleQueue(REREADING_QUEUE).enqueue({})
  await shop.host.drain()
  for (const tenant of [shop.acme, shop.birch]) {
    const connection = await connectionOf(tenant)
    expect(connection).toEqual(known)
    expect(connection.numbers[0]).toMatchObject({ status: 'CONNECTED', messagingLimit: 'TIER_2K' })
  }
})

it('the clock is set where tenants get what they start with', async () => {
  const schedules = await shop.sql(
    'select schedule_value as every from scheduled_jobs where target_queue = ?',
    [REREADING_QUEUE],
  )
  expect(schedules).toEqual([{ every: '1m' }])
})

it('each is read once a day with all its templates: not again by a restart, but after a day', async () => {
  const syncs = () =>
    shop.sql(
      `select status, count(*)::int as count from wa_template_syncs
       where cause = 'clock' and ended_at is not null and error is null group by status`,
    )
  expect(await rereadAt(inHours(19))).toBe(0)
  expect(await syncs()).toEqual([])
  const due = await rereadAt(inHours(25))
  expect(due).toBeGreaterThanOrEqual(2)
  expect(await syncs()).toEqual([{ status: 'complete', count: due }])
  const { body } = await shop.acme.agent('get', '/api/channel_whatsapp/templates/accounts').expect(200)
  expect(body.items[0].sync).toMatchObject({ cause: 'clock', status: 'complete', removed: 0 })
  expect(await rereadAt(inHours(25 + 23))).toBe(0)
  expect(await rereadAt(inHours(25 + 24))).toBe(due)
})

it('one that cannot be read keeps none of the others, and is asked again hours later, not at once', async () => {
  await forgetFacts()
  await shop.sql(`update wa_connections set credentials_id = 'lost' where tenant_id = ?`, [
    shop.acme.tenantId,
  ])
  await rereadAt(inHours(1))
  expect(await connectionOf(shop.birch)).toEqual(known)
  expect(await connectionOf(shop.acme)).toMatchObject({ status: 'error', portfolio: null })
  expect(await rereadAt(inHours(2))).toBe(0)
  expect(await rereadAt(inHours(3))).toBe(1)
})

it('that Meta cannot be reached for a while changes nothing about a connection that works', async () => {
  await forgetFacts()
  const before = process.env.OM_WHATSAPP_GRAPH_URL
  process.env.OM_WHATSAPP_GRAPH_URL = 'http://127.0.0.1:9'
  await rereadAt(inHours(1))
  process.env.OM_WHATSAPP_GRAPH_URL = before
  expect(await connectionOf(shop.acme)).toMatchObject({ status: 'connected', lastError: null })
  expect(await rereadAt(inHours(3))).toBeGreaterThanOrEqual(2)
  expect(await connectionOf(shop.acme)).toEqual(known)
})

it('nobody is asked for a tenant that switched WhatsApp off', async () => {
  await forgetFacts()
  await shop.acme
    .admin('put', '/api/integrations/channel_whatsapp/state')
    .send({ isEnabled: false })
    .expect(200)
  await rereadAt(inHours(1))
  expect(await connectionOf(shop.acme)).toEqual(unknown)
  expect(await connectionOf(shop.birch)).toEqual(known)
})

it('two processes do not read the same connection', async () => {
  await forgetFacts()
  const [one, other] = await Promise.all([rereadAt(inHours(1)), rereadAt(inHours(1))])
  const [{ count }] = (await shop.sql<{ count: number }>(
    'select count(*)::int as count from wa_connections',
  )) as [{ count: number }]
  expect(one + other).toBe(count)
})

it('of many that are due at once, some are read now and the others at the next beats', async () => {
  await shop.sql(`
    insert into wa_connections (id, tenant_id, organization_id, key, name, is_default, credentials_id,
                                business_account_id, phone_number_id, next_read_at)
    select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'key' || n, 'One of many', true, 'none',
           n::text, n::text, now()
    from generate_series(1, 30) n`)
  expect(await rereadAt(inHours(0.1))).toBe(20)
  expect(await rereadAt(inHours(0.2))).toBe(10)
})
