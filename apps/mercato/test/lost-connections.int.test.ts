import type { EntityManager } from '@mikro-orm/postgresql'
import { openShop, type Shop } from './support/shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

/** More than the pool has connections. */
const TRANSACTIONS = 15

it('a process lives on however often its transactions lose their connection', async () => {
  const em = shop.host.createContainer().resolve<EntityManager>('em')
  for (let nth = 0; nth < TRANSACTIONS; nth++) {
    const lost = em.fork().transactional(async (tx) => {
      const [row] = await tx.execute<{ pid: number }[]>('select pg_backend_pid() as pid')
      await shop.sql('select pg_terminate_backend(?, 5000)', [row!.pid])
      await tx.execute('select 1')
    })
    await expect(lost).rejects.toThrow()
  }
  expect(await shop.sql('select 1 as alive')).toEqual([{ alive: 1 }])
})
