import type { EntityManager } from '@mikro-orm/postgresql'
import { dbOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import {
  type ClaimedDelivery,
  claimDeliveries,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/ingest/claim-deliveries'
import { emptyTables } from './support/emptyTables.ts'
import { openShop, type Shop } from './support/shop.ts'

let shop: Shop
let em: EntityManager
beforeAll(async () => {
  shop = await openShop()
  em = shop.host.createContainer().resolve<EntityManager>('em')
})
afterAll(() => shop.close())
beforeEach(() => emptyTables(shop, 'cc_webhook_deliveries'))

/** So many deliveries, each connection's counted; nobody opens them. */
const backlog = (connectionId: string, deliveries: number, ago = '1 minute') =>
  shop.sql(
    `insert into cc_webhook_deliveries (id, tenant_id, organization_id, provider_key, connection_id, received_at,
       next_attempt_at, body, byte_size)
     select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'whatsapp', ?, at, at, ''::bytea, 1000
     from generate_series(1, ?) n, lateral (select now() - ?::interval + n * interval '1 millisecond') t (at)`,
    [connectionId, deliveries, ago],
  )

const connection = (nth: number) => `01990000-0000-7000-8000-${String(nth).padStart(12, '0')}`
const claim = (limit: number, whileHeld?: (claimed: ClaimedDelivery[]) => Promise<void>) =>
  em.fork().transactional(async (tx) => {
    const claimed = await claimDeliveries(dbOf(tx as EntityManager), new Date(), limit)
    await whileHeld?.(claimed)
    return claimed
  })
const byConnection = (claimed: ClaimedDelivery[]) =>
  Object.fromEntries(
    [...Map.groupBy(claimed, ({ connectionId }) => connectionId)].map(([id, own]) => [id, own.length]),
  )

it('a backlog of 5,000 does not delay the one delivery of somebody else', async () => {
  await backlog(connection(1), 5_000, '1 hour')
  await backlog(connection(2), 1)
  expect(byConnection(await claim(200))).toEqual({ [connection(1)]: 100, [connection(2)]: 1 })
})

it('whoever waits alone has the whole batch, oldest first', async () => {
  await backlog(connection(1), 300)
  const claimed = await claim(200)
  const [oldest] = await shop.sql<{ id: string }>(
    'select id from cc_webhook_deliveries order by next_attempt_at limit 1',
  )
  expect(claimed).toHaveLength(200)
  expect(claimed[0]!.id).toBe(oldest!.id)
})

it('workers side by side take different ones, and both have all connections’', async () => {
  await backlog(connection(1), 500)
  await backlog(connection(2), 500)
  await claim(200, async (first) => {
    const second = await claim(200)
    const shares = { [connection(1)]: 100, [connection(2)]: 100 }
    expect([byConnection(first), byConnection(second)]).toEqual([shares, shares])
    expect(new Set([...first, ...second].map(({ id }) => id)).size).toBe(400)
  })
})

it('with more connections than have room, every one has its turn', async () => {
  for (let nth = 0; nth < 40; nth++) await backlog(connection(nth), 60)
  const served = new Set<string>()
  for (let batch = 0; batch < 200 && served.size < 40; batch++) {
    const claimed = await claim(100)
    expect(claimed.length).toBeLessThanOrEqual(100)
    for (const { connectionId } of claimed) served.add(connectionId)
  }
  expect(served.size).toBe(40)
})
