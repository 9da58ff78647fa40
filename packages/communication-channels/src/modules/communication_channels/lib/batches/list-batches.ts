import { decodeCursor, encodeCursor } from '../cursor.ts'
import { sql } from '../db.ts'
import { notFound } from '../errors.ts'
import type { Scope } from '../scope.ts'
import { type BatchReader, type BatchRow, type BatchView, viewBatches } from './batch-view.ts'

/** The newest first, a page by key. */
export async function listBatches(
  reader: BatchReader,
  page: { cursor?: string; limit: number },
): Promise<{ items: BatchView[]; nextCursor: string | null }> {
  const after = decodeCursor(page.cursor)
  const where = after ? sql`and (b.created_at, b.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``
  const { rows } = await batchQuery(reader.scope, where, page.limit + 1).execute(reader.db)
  const shown = rows.slice(0, page.limit)
  const last = shown.at(-1)
  return {
    items: await viewBatches(reader, shown),
    nextCursor: rows.length > page.limit && last ? encodeCursor({ at: last.cursorAt, id: last.id }) : null,
  }
}

/** @throws 404 where the organisation has none */
export async function showBatch(reader: BatchReader, id: string): Promise<BatchView> {
  const { rows } = await batchQuery(reader.scope, sql`and b.id = ${id}`, 1).execute(reader.db)
  const [view] = await viewBatches(reader, rows)
  if (!view) throw notFound('batch')
  return view
}

function batchQuery({ tenantId, organizationId }: Scope, where: ReturnType<typeof sql>, limit: number) {
  return sql<BatchRow & { cursorAt: string }>`
    select b.id, b.name, b.channel_id as "channelId", ch.display_name as "channelName",
           ch.provider_key as "providerKey", ch.connection_id as "connectionId",
           ch.external_identifier as "externalIdentifier", ch.account_identifier as "accountIdentifier",
           b.state, b.problem, b.total, b.content_type as "contentType", b.scheduled_at as "scheduledAt",
           b.author_user_id as "authorUserId", b.author_name as "authorName", b.created_at as "createdAt",
           b.finished_at as "finishedAt",
           to_char(b.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "cursorAt"
    from cc_batches b join cc_communication_channels ch on ch.id = b.channel_id
    where b.tenant_id = ${tenantId} and b.organization_id = ${organizationId} ${where}
    order by b.created_at desc, b.id desc limit ${limit}`
}
