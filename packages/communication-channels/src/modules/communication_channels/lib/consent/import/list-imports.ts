import { decodeCursor, encodeCursor } from '../../cursor.ts'
import { type Db, sql } from '../../db.ts'
import type { TenantEncryptionService } from '../../encryption-service.ts'
import { notFound } from '../../errors.ts'
import type { Scope } from '../../scope.ts'
import { type ImportRow, type ImportView, viewImport } from './import-view.ts'

/** The newest first, a page by key. */
export async function listImports(
  db: Db,
  encryption: TenantEncryptionService,
  scope: Scope,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ items: ImportView[]; nextCursor: string | null }> {
  const after = decodeCursor(page.cursor)
  const where = after ? sql`and (created_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``
  const { rows } = await importQuery(scope, where, page.limit + 1).execute(db)
  const shown = rows.slice(0, page.limit)
  const last = shown.at(-1)
  return {
    items: await Promise.all(shown.map(({ cursorAt: _, ...row }) => viewImport(encryption, scope, row))),
    nextCursor: rows.length > page.limit && last ? encodeCursor({ at: last.cursorAt, id: last.id }) : null,
  }
}

/** @throws 404 where the organisation has none */
export async function showImport(
  db: Db,
  encryption: TenantEncryptionService,
  scope: Scope,
  id: string,
): Promise<ImportView> {
  const { rows } = await importQuery(scope, sql`and id = ${id}`, 1).execute(db)
  const [row] = rows
  if (!row) throw notFound('import')
  const { cursorAt: _, ...found } = row
  return viewImport(encryption, scope, found)
}

function importQuery({ tenantId, organizationId }: Scope, where: ReturnType<typeof sql>, limit: number) {
  return sql<ImportRow & { cursorAt: string }>`
    select id, file_name as "fileName", state, total, sound, faulty, done, recorded, repeated, overruled, problem,
           evidence, author_user_id as "authorUserId", author_name as "authorName", created_at as "createdAt",
           updated_at as "updatedAt", finished_at as "finishedAt", emptied_at as "emptiedAt",
           (select max(coalesce(same.finished_at, same.updated_at)) from cc_consent_imports same
            where same.tenant_id = i.tenant_id and same.organization_id = i.organization_id
              and same.file_hash = i.file_hash and same.recorded + same.repeated > 0
              and (same.created_at, same.id) < (i.created_at, i.id)) as "sameRecordedAt",
           to_char(created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "cursorAt"
    from cc_consent_imports i
    where tenant_id = ${tenantId} and organization_id = ${organizationId} ${where}
    order by created_at desc, id desc limit ${limit}`
}
