import { delivery, textMessage } from './support/payloads.ts'
import { openShop, type Shop } from './support/shop.ts'

let shop: Shop
beforeEach(async () => {
  shop = await openShop()
})
afterEach(() => shop.close())

describe('while the database cannot be written', () => {
  it('Meta is answered with 503, and 200 once it can, with the same process living on', async () => {
    const { acme } = shop
    const payload = delivery(acme, [textMessage({ id: 'wamid.1' })])
    expect(await acme.deliver(payload)).toBe(200)
    await breakDatabase()
    expect(await acme.deliver(payload)).toBe(503)
    await mendDatabase()
    const statuses = []
    for (let attempt = 0; attempt < 20 && statuses.at(-1) !== 200; attempt++)
      statuses.push(await acme.deliver(payload))
    expect(statuses.at(-1)).toBe(200)
    await shop.drain()
    expect(await shop.sql('select external_message_id as id from cc_external_messages')).toEqual([
      { id: 'wamid.1' },
    ])
  })
})

/** Nobody may connect to this test's database and whoever is connected is cut off: as if the server were gone. */
async function breakDatabase(): Promise<void> {
  await onServer(`alter database ${databaseName()} with allow_connections false`)
  await onServer(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${databaseName()}'`)
}

async function mendDatabase(): Promise<void> {
  await onServer(`alter database ${databaseName()} with allow_connections true`)
}

function databaseName(): string {
  return new URL(shop.databaseUrl).pathname.slice(1)
}

async function onServer(statement: string): Promise<void> {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL })
  await client.connect()
  await client.query(statement)
  await client.end()
}
