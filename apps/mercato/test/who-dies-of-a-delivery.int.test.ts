import type { EntityManager } from '@mikro-orm/postgresql'
import { dbOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { TenantEncryptionService } from '@open-mercato/communication-channels/modules/communication_channels/lib/encryption-service'
import { processDeliveries } from '@open-mercato/communication-channels/modules/communication_channels/lib/ingest/process-deliveries'
import { noteClaim } from '@open-mercato/communication-channels/modules/communication_channels/lib/ingest/worker-claims'
import { emptyTables } from './support/emptyTables.ts'
import { emptyInbox } from './support/inbox.ts'
import { delivery, textMessage } from './support/payloads.ts'
import { openShop, type Shop } from './support/shop.ts'

let shop: Shop
let em: EntityManager
let encryption: TenantEncryptionService
beforeAll(async () => {
  shop = await openShop()
  const container = shop.host.createContainer()
  em = container.resolve<EntityManager>('em')
  encryption = container.resolve<TenantEncryptionService>('tenantEncryptionService')
})
afterAll(() => shop.close())
beforeEach(async () => {
  await emptyInbox(shop)
  await emptyTables(shop, 'cc_ingest_claims')
})

/** Deliveries of one message each, in the journal; their ids. */
async function waiting(...texts: string[]): Promise<string[]> {
  for (const id of texts)
    expect(await shop.acme.deliver(delivery(shop.acme, [textMessage({ id })]))).toBe(200)
  const rows = await shop.sql<{ id: string }>('select id from cc_webhook_deliveries order by id')
  return rows.slice(-texts.length).map(({ id }) => id)
}

/** What a worker leaves that was ended while it held these. */
const leave = (ids: string[]) =>
  shop.sql(
    `insert into cc_ingest_claims (id, delivery_ids, claimed_at)
     values (gen_random_uuid(), ?::uuid[], now() - interval '1 minute')`,
    [`{${ids.join(',')}}`],
  )

const journal = () =>
  shop.sql<{ id: string; state: string; attempts: number; error: string | null; transaction: string }>(
    `select id, state, attempts, error, xmin::text as transaction, next_attempt_at > now() as "isPutOff"
     from cc_webhook_deliveries order by id`,
  )
const claims = () =>
  shop.sql<{ ids: string[] }>('select delivery_ids as ids from cc_ingest_claims for update skip locked')

describe('deliveries whose worker was ended', () => {
  it('are applied one by one from then on, each in a transaction of its own', async () => {
    await leave(await waiting('a', 'b', 'c'))
    await waiting('d', 'e')
    await shop.drain()
    const rows = await journal()
    expect(rows.map(({ state, attempts }) => [state, attempts])).toEqual([
      ...Array(3).fill(['applied', 2]),
      ...Array(2).fill(['applied', 1]),
    ])
    const transactions = rows.map(({ transaction }) => transaction)
    expect(new Set(transactions.slice(0, 3)).size).toBe(3)
    expect(transactions[3]).toBe(transactions[4])
    expect(await claims()).toEqual([])
  })

  it('are put off where it was ended by this one alone', async () => {
    await leave(await waiting('a'))
    await shop.drain()
    expect(await journal()).toMatchObject([{ state: 'pending', attempts: 1, isPutOff: true }])
  })

  it('end as a dead letter that says so, and take nobody along', async () => {
    const [guilty, innocent] = await waiting('a', 'b')
    await leave([guilty!, innocent!])
    // Five more processes die of it.
    for (let death = 0; death < 5; death++) {
      await shop.sql(
        "update cc_webhook_deliveries set next_attempt_at = now() + interval '1 hour' where id = ?",
        [guilty],
      )
      await shop.drain()
      await leave([guilty!])
    }
    await shop.drain()
    expect(await journal()).toMatchObject([
      { id: guilty, state: 'failed', attempts: 6, error: 'The process ended while applying it.' },
      { id: innocent, state: 'applied', attempts: 2 },
    ])
  })
})

describe('a worker', () => {
  it('is on record while it works, locked as long as it lives', async () => {
    const ids = await waiting('a', 'b')
    const gate = Promise.withResolvers<void>()
    const reached = Promise.withResolvers<void>()
    const slow = {
      async getDek() {
        reached.resolve()
        await gate.promise
        return null
      },
    } as unknown as TenantEncryptionService
    const work = processDeliveries({ em, encryption: slow, now: new Date() })
    await reached.promise
    expect(await shop.sql('select delivery_ids as ids from cc_ingest_claims')).toEqual([{ ids }])
    expect(await claims()).toEqual([])
    gate.resolve()
    await work
  })

  it('is known to be gone by its record, which comes back with the end of its transaction', async () => {
    const ids = await waiting('a')
    const died = em.fork().transactional(async (tx) => {
      await noteClaim(dbOf(em.fork()), dbOf(tx as EntityManager), ids)
      throw new Error('ended')
    })
    await expect(died).rejects.toThrow('ended')
    expect(await claims()).toEqual([{ ids }])
  })

  it('that lives is blamed for nothing', async () => {
    const ids = await waiting('a')
    await em.fork().transactional(async (tx) => {
      await leave(ids)
      await tx.execute('delete from cc_ingest_claims')
      await shop.drain()
    })
    expect(await journal()).toMatchObject([{ state: 'applied', attempts: 1 }])
  })

  it('leaves no record behind, whether it succeeds or fails', async () => {
    await waiting('a', 'b')
    const broken = { ...encryption, getDek: async () => null } as TenantEncryptionService
    await processDeliveries({ em, encryption: broken, now: new Date() })
    expect((await journal()).map(({ attempts }) => attempts)).toEqual([1, 1])
    expect(await shop.sql('select 1 from cc_ingest_claims')).toEqual([])
  })
})
