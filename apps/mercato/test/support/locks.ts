import pg from 'pg'
import type { Shop } from './shop.ts'

/** Until so many statements of this shop wait for what another transaction holds. */
export async function untilSomebodyWaitsForALock(shop: Shop, count: number): Promise<void> {
  for (;;) {
    const waiting = await shop.sql(
      `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
    )
    if (waiting.length >= count) return
  }
}

/** Nobody writes to a table until what is returned is called. */
export async function holdTable(shop: Shop, table: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: shop.databaseUrl })
  await client.connect()
  await client.query('begin')
  await client.query(`lock table ${table} in exclusive mode`)
  return async () => {
    await client.query('commit')
    await client.end()
  }
}
