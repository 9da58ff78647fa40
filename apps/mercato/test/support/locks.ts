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
