import { decodeCursor, encodeCursor } from '../cursor.ts'
import { type Db, sql } from '../db.ts'
import type { Scope } from '../scope.ts'
import { type DeliveryListQuery, matching } from './delivery-filter.ts'
import { DELIVERY_COLUMNS, type DeliveryRow, type DeliveryView, deliveryOf } from './delivery-view.ts'

/** What came in, newest first, without its content. */
export async function listDeliveries(
  db: Db,
  scope: Scope,
  { cursor, limit, ...filter }: DeliveryListQuery,
): Promise<{ items: DeliveryView[]; nextCursor: string | null }> {
  const after = decodeCursor(cursor)
  const { rows } = await sql<DeliveryRow & { cursorAt: string }>`
    select ${DELIVERY_COLUMNS},
           to_char(d.received_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "cursorAt"
    from cc_webhook_deliveries d
    where ${await matching(db, scope, filter)}
      ${
        after
          ? sql`and d.received_at <= ${after.at}::timestamptz
                and (d.received_at, d.id) < (${after.at}::timestamptz, ${after.id}::uuid)`
          : sql``
      }
    order by d.received_at desc, d.id desc
    limit ${limit + 1}`.execute(db)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.map(({ cursorAt: _, ...row }) => deliveryOf(row)),
    nextCursor: rows.length > limit && last ? encodeCursor({ at: last.cursorAt, id: last.id }) : null,
  }
}
