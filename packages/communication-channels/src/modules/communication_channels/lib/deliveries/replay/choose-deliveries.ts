import { type Db, sql, type Timestamp } from '../../db.ts'
import type { Scope } from '../../scope.ts'
import { type DeliverySpan, matching } from '../delivery-filter.ts'
import type { OutcomeView } from '../delivery-view.ts'

export interface Chosen {
  id: string
  receivedAt: Timestamp
  state: 'pending' | 'applied' | 'failed'
  outcome: OutcomeView | null
  error: string | null
  byteSize: number
}

export interface After {
  at: Timestamp
  id: string
}

const COLUMNS = sql`d.id, d.received_at as "receivedAt", d.state, d.outcome, d.error, d.byte_size as "byteSize"`

/** Those of the named ones that the organisation has, oldest first. */
export async function chooseNamed(
  db: Db,
  { tenantId, organizationId }: Scope,
  ids: string[],
): Promise<Chosen[]> {
  const { rows } = await sql<Chosen>`
    select ${COLUMNS} from cc_webhook_deliveries d
    where d.id = any(${ids}::uuid[]) and d.tenant_id = ${tenantId} and d.organization_id = ${organizationId}
    order by d.received_at, d.id`.execute(db)
  return rows
}

/** The oldest of a time span behind `after`, without those that wait for their first turn. */
export async function chooseInSpan(
  db: Db,
  scope: Scope,
  span: DeliverySpan,
  after: After | null,
  limit: number,
): Promise<Chosen[]> {
  const { rows } = await sql<Chosen>`
    select ${COLUMNS} from cc_webhook_deliveries d
    where ${await matching(db, scope, span)} and d.state <> 'pending'
      ${
        after
          ? sql`and d.received_at >= ${after.at}::timestamptz
                and (d.received_at, d.id) > (${after.at}::timestamptz, ${after.id}::uuid)`
          : sql``
      }
    order by d.received_at, d.id
    limit ${limit}`.execute(db)
  return rows
}

export async function countInSpan(db: Db, scope: Scope, span: DeliverySpan): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from cc_webhook_deliveries d
    where ${await matching(db, scope, span)} and d.state <> 'pending'`.execute(db)
  return rows[0]!.count
}

/** As many from the front as are small enough together; one at least. A delivery has up to some megabytes. */
export function firstOf<C extends { byteSize: number }>(chosen: C[], maxBytes: number): C[] {
  let bytes = 0
  const over = chosen.findIndex(({ byteSize }, nth) => {
    bytes += byteSize
    return nth > 0 && bytes > maxBytes
  })
  return over === -1 ? chosen : chosen.slice(0, over)
}
