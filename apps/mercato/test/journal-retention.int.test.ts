import type { EntityManager } from '@mikro-orm/postgresql'
import { dbOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import { maintainPartitions } from '@open-mercato/communication-channels/modules/communication_channels/lib/ingest/partitions'
import { emptyTables } from './support/emptyTables.ts'
import { openShop, type Shop } from './support/shop.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const LONG_AGO = new Date('2026-01-10T12:00:00Z')

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())
beforeEach(() => emptyTables(shop, 'cc_webhook_deliveries'))

const maintain = (now: Date, days: number) =>
  maintainPartitions(dbOf(shop.host.createContainer().resolve<EntityManager>('em')), now, days)

const later = (days: number) => new Date(LONG_AGO.getTime() + days * DAY_MS)

/** One delivery of a tenant's, as of `LONG_AGO`. */
async function kept(note: string, state: string, tenant = shop.acme): Promise<void> {
  await shop.sql(
    `insert into cc_webhook_deliveries (id, tenant_id, organization_id, provider_key, connection_id, received_at, body,
       byte_size, state, error)
     select gen_random_uuid(), tenant_id, organization_id, 'whatsapp', id, ?, ''::bytea, 0, ?, ?
     from wa_connections where tenant_id = ? limit 1`,
    [LONG_AGO, state, note, tenant.tenantId],
  )
}

async function left(): Promise<string[]> {
  const rows = await shop.sql<{ note: string }>('select error as note from cc_webhook_deliveries order by 1')
  return rows.map(({ note }) => note)
}

async function days(): Promise<string[]> {
  const rows = await shop.sql<{ name: string }>(
    "select inhrelid::regclass::text as name from pg_inherits where inhparent = 'cc_webhook_deliveries'::regclass",
  )
  return rows.map(({ name }) => name)
}

const hold = (since: string | null) =>
  shop.sql(
    `insert into cc_settings (tenant_id, organization_id, legal_hold_since)
     select tenant_id, organization_id, ? from wa_connections where tenant_id = ? limit 1
     on conflict (tenant_id, organization_id) do update set legal_hold_since = excluded.legal_hold_since`,
    [since, shop.acme.tenantId],
  )

describe.each([
  ['in a day of their own', () => maintain(LONG_AGO, 30)],
  ['in the default partition', async () => undefined],
])('deliveries %s', (_, prepare) => {
  beforeEach(async () => {
    await maintain(later(400), 8)
    await prepare()
  })

  it('are dropped once their days are over, and not before', async () => {
    await kept('applied', 'applied')
    await maintain(later(29), 30)
    expect(await left()).toEqual(['applied'])
    await maintain(later(32), 30)
    expect(await left()).toEqual([])
    expect(await days()).not.toContain('cc_webhook_deliveries_20260110')
  })

  it('stay as long as they wait, or are dead letters', async () => {
    await kept('applied', 'applied')
    await kept('dead letter', 'failed')
    await kept('waiting', 'pending')
    await maintain(later(100), 30)
    expect(await left()).toEqual(['dead letter', 'waiting'])
    expect(await days()).not.toContain('cc_webhook_deliveries_20260110')
    await maintain(later(200), 30)
    expect(await left()).toEqual(['dead letter', 'waiting'])
  })

  it('stay as long as their organisation is under a legal hold; nobody else’s do', async () => {
    await kept('held', 'applied')
    await kept('another’s', 'applied', shop.birch)
    await hold('2026-01-01T00:00:00Z')
    await maintain(later(100), 30)
    expect(await left()).toEqual(['held'])
    await hold(null)
    await maintain(later(100), 30)
    expect(await left()).toEqual([])
  })
})
