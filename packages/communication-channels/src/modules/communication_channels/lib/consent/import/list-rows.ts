import { z } from 'zod'
import { type Db, sql } from '../../db.ts'
import type { TenantEncryptionService } from '../../encryption-service.ts'
import { notFound } from '../../errors.ts'
import type { Scope } from '../../scope.ts'
import { CONSENT_ENTITY } from '../ledger/words.ts'
import type { RowProblem } from './check/check-row.ts'
import type { Cells } from './check/columns.ts'
import { sayProblem } from './row-problem-words.ts'

/** Rows of which something is to be told: those that could not be taken, and those that changed nothing for the person. */
export const TOLD_ROWS = ['faulty', 'overruled', 'repeated'] as const
export type ToldRowState = (typeof TOLD_ROWS)[number]

export const rowView = z.object({
  /** In the file, as an editor counts. */
  line: z.number().int(),
  state: z.enum(TOLD_ROWS),
  /** As it stands in the file; null where there is none, it was erased, or the row only said what was known. */
  phone: z.string().nullable(),
  problems: z.array(
    z.object({
      code: z.string(),
      column: z.string().nullable(),
      /** The line in which the same person stands already. */
      line: z.number().int().nullable(),
      sentence: z.string(),
    }),
  ),
})
export type RowView = z.infer<typeof rowView>

export interface ToldRow {
  line: number
  state: ToldRowState
  cells: Cells
  problems: RowProblem[]
}

/** In the order of the file, a page by line. */
export async function listRows(
  db: Db,
  encryption: TenantEncryptionService,
  scope: Scope,
  importId: string,
  page: { state: ToldRowState; cursor?: number | undefined; limit: number },
): Promise<{ items: RowView[]; nextCursor: string | null }> {
  await requireImport(db, scope, importId)
  const { state, cursor = 0, limit } = page
  const rows = await selectRows(db, encryption, scope, importId, { state, after: cursor, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  return {
    items: shown.map(({ cells, problems, ...row }) => ({
      ...row,
      phone: cells.phone ?? null,
      problems: problems.map((problem) => ({
        ...{ code: problem.code, column: problem.column, line: problem.line ?? null },
        sentence: sayProblem(problem),
      })),
    })),
    nextCursor: rows.length > limit ? String(shown.at(-1)!.line) : null,
  }
}

export async function selectRows(
  db: Db,
  encryption: TenantEncryptionService,
  { tenantId, organizationId }: Scope,
  importId: string,
  { state, after, limit }: { state: ToldRowState; after: number; limit: number },
): Promise<ToldRow[]> {
  // Before it is recorded, a row that would be overruled is a sound one with that remark.
  const isAsked =
    state === 'overruled'
      ? sql`(state = 'overruled' or (state = 'sound' and problems is not null))`
      : sql`state = ${state}`
  const { rows } = await sql<{ line: number; cells: string; problems: RowProblem[] | null }>`
    select line, cells, problems from cc_consent_import_rows
    where import_id = ${importId} and tenant_id = ${tenantId} and organization_id = ${organizationId}
      and ${isAsked} and line > ${after}
    order by line limit ${limit}`.execute(db)
  return Promise.all(
    rows.map(async ({ line, cells, problems }) => ({
      ...{ line, state, problems: problems ?? [] },
      cells: cells === '' ? {} : await openCells(encryption, { tenantId, organizationId }, cells),
    })),
  )
}

async function openCells(
  encryption: TenantEncryptionService,
  { tenantId, organizationId }: Scope,
  cells: string,
): Promise<Cells> {
  const opened = await encryption.decryptEntityPayload(CONSENT_ENTITY, { cells }, tenantId, organizationId)
  return JSON.parse(String(opened.cells)) as Cells
}

export async function requireImport(db: Db, { tenantId, organizationId }: Scope, id: string): Promise<void> {
  const { rows } = await sql`
    select id from cc_consent_imports
    where id = ${id} and tenant_id = ${tenantId} and organization_id = ${organizationId}`.execute(db)
  if (rows.length === 0) throw notFound('import')
}
