import { type Db, sql, type Timestamp, toDate } from '../../db.ts'
import { nextId } from '../../ordered-id.ts'
import type { Scope } from '../../scope.ts'
import type { DeliverySpan } from '../delivery-filter.ts'
import { countInSpan } from './choose-deliveries.ts'
import type { ReplayView } from './replay-views.ts'

const SHOWN = 5

const COLUMNS = sql`id, span, total, done, failed, messages, statuses, created_at as "createdAt",
  finished_at as "finishedAt"`

type Row = Omit<ReplayView, 'createdAt' | 'finishedAt'> & {
  createdAt: Timestamp
  finishedAt: Timestamp | null
}

/** Writes down that a time span is to be replayed; a worker does it. What arrives from now on is not part of it. */
export async function startReplay(
  db: Db,
  scope: Scope & { userId: string | null },
  span: DeliverySpan,
  now: Date,
): Promise<ReplayView> {
  const until = Date.parse(span.to) > now.getTime() ? { ...span, to: now.toISOString() } : span
  const total = await countInSpan(db, scope, until)
  const { rows } = await sql<Row>`
    insert into cc_replays (id, tenant_id, organization_id, span, total, created_by, finished_at)
    values (${nextId()}, ${scope.tenantId}, ${scope.organizationId}, ${JSON.stringify(until)}::jsonb, ${total},
            ${scope.userId}, ${total === 0 ? now : null})
    returning ${COLUMNS}`.execute(db)
  return viewOf(rows[0]!)
}

/** The latest ones, newest first. */
export async function listReplays(db: Db, { tenantId, organizationId }: Scope): Promise<ReplayView[]> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from cc_replays
    where tenant_id = ${tenantId} and organization_id = ${organizationId}
    order by id desc limit ${SHOWN}`.execute(db)
  return rows.map(viewOf)
}

function viewOf(row: Row): ReplayView {
  return {
    ...row,
    // What is put off while it runs may become part of it.
    total: Math.max(row.total, row.done),
    createdAt: toDate(row.createdAt).toISOString(),
    finishedAt: toDate(row.finishedAt)?.toISOString() ?? null,
  }
}
