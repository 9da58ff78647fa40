import { z } from 'zod'
import { decodeCursor, encodeCursor } from '../cursor.ts'
import { type Db, sql, type Timestamp, toDate } from '../db.ts'
import type { Scope } from '../scope.ts'

export const deliveryView = z.object({
  id: z.uuid(),
  receivedAt: z.iso.datetime(),
  providerKey: z.string(),
  connectionId: z.uuid(),
  state: z.enum(['pending', 'applied', 'failed']),
  outcome: z
    .object({
      messages: z.number(),
      statuses: z.number(),
      /** Absent from deliveries of before it was counted. */
      accountEvents: z.number().optional(),
      duplicates: z.number(),
      foreign: z.number(),
      disabled: z.number(),
      ignored: z.number(),
      unreadable: z.boolean(),
      fields: z.record(z.string(), z.number()),
    })
    .nullable(),
  error: z.string().nullable(),
  byteSize: z.number(),
  attempts: z.number(),
})
export type DeliveryView = z.infer<typeof deliveryView>

export type DeliveryFilter = 'pending' | 'failed' | 'unreadable' | 'foreign' | 'disabled' | 'ignored'

/** What came in, newest first, without its content. */
export async function listDeliveries(
  db: Db,
  scope: Scope,
  filter: { outcome?: DeliveryFilter; cursor?: string; limit: number },
): Promise<{ items: DeliveryView[]; nextCursor: string | null }> {
  const after = decodeCursor(filter.cursor)
  const { rows } = await sql<Omit<DeliveryView, 'receivedAt'> & { receivedAt: Timestamp; cursorAt: string }>`
    select id, received_at as "receivedAt", provider_key as "providerKey", connection_id as "connectionId",
           state, outcome, error, byte_size as "byteSize", attempts,
           to_char(received_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "cursorAt"
    from cc_webhook_deliveries
    where tenant_id = ${scope.tenantId} and organization_id = ${scope.organizationId}
      ${filter.outcome ? outcomeIs(filter.outcome) : sql``}
      ${after ? sql`and (received_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
    order by received_at desc, id desc
    limit ${filter.limit + 1}`.execute(db)
  const page = rows.slice(0, filter.limit)
  const last = page.at(-1)
  return {
    items: page.map(({ cursorAt: _, ...row }) => ({
      ...row,
      receivedAt: toDate(row.receivedAt).toISOString(),
    })),
    nextCursor: rows.length > filter.limit && last ? encodeCursor({ at: last.cursorAt, id: last.id }) : null,
  }
}

function outcomeIs(outcome: DeliveryFilter) {
  switch (outcome) {
    case 'pending':
    case 'failed':
      return sql`and state = ${outcome}`
    case 'unreadable':
      return sql`and (outcome ->> 'unreadable')::boolean`
    default:
      return sql`and (outcome ->> ${outcome})::int > 0`
  }
}
