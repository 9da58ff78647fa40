import type { EntityManager } from '@mikro-orm/postgresql'
import { type Db, dbOf, sql } from '../../../db.ts'
import type { TenantEncryptionService } from '../../../encryption-service.ts'
import { ChannelError } from '../../../errors.ts'
import { openBody } from '../../../ingest/journal-cipher.ts'
import { checkRow, type RowProblem, type SoundRow } from '../check/check-row.ts'
import { type Heading, hasMoreCells, namedCells, readHeading } from '../check/columns.ts'
import { type Line, readLines } from '../check/read-lines.ts'
import type { ImportProblem } from '../import-view.ts'
import type { ClaimedImport } from './claim-import.ts'
import { failImport } from './fail-import.ts'
import { type CheckedRow, endCheck, storeChecked } from './store-checked.ts'

export const MOST_ROWS = 200_000
const AT_ONCE = 500

/**
 * Reads the whole file of an import and says of each row whether it can be recorded. From the beginning, whoever has died
 * over it before: the same file is found the same, and what is stored already stays.
 */
export async function checkImport(
  em: EntityManager,
  encryption: TenantEncryptionService,
  claimed: ClaimedImport,
): Promise<void> {
  const db = dbOf(em.fork())
  try {
    for await (const rows of inChunks(checkedRows(await openFile(db, encryption, claimed), claimed))) {
      const isWanted = await em
        .fork()
        .transactional((tx) => storeChecked(dbOf(tx), encryption, claimed, rows))
      if (!isWanted) return
    }
    await em.fork().transactional((tx) => endCheck(dbOf(tx), claimed))
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error
    await em.fork().transactional((tx) => failImport(dbOf(tx), claimed, problemOf(error)))
  }
}

async function openFile(
  db: Db,
  encryption: TenantEncryptionService,
  { id, tenantId, organizationId }: ClaimedImport,
): Promise<Buffer> {
  const { rows } = await sql<{ file: Buffer }>`
    select file from cc_consent_imports
    where id = ${id} and tenant_id = ${tenantId} and organization_id = ${organizationId}
      and file is not null`.execute(db)
  const dek = await encryption.getDek(tenantId)
  if (!rows[0] || !dek) throw new Error('The file of the import is gone.')
  return openBody(rows[0].file, dek.key, id)
}

async function* checkedRows(file: Buffer, claimed: ClaimedImport): AsyncGenerator<CheckedRow> {
  let heading: Heading | undefined
  let count = 0
  const firstLines = new Map<string, number>()
  for await (const line of readLines(file)) {
    if (!heading) {
      heading = readHeading(line.cells)
      continue
    }
    if (++count > MOST_ROWS) throw tooManyRows()
    yield checkLine(line, heading, claimed, firstLines)
  }
  if (count === 0) throw noRows()
}

function checkLine(
  { line, cells }: Line,
  heading: Heading,
  { terms, createdAt }: ClaimedImport,
  firstLines: Map<string, number>,
): CheckedRow {
  const named = namedCells(heading, cells)
  const faulty = (problems: RowProblem[]) => ({ line, content: named, problems })
  if (hasMoreCells(heading, cells)) return faulty([{ code: 'too_many_columns', column: null }])
  const { row, problems } = checkRow(named, terms, terms.region, createdAt)
  if (problems) return faulty(problems)
  const earlier = duplicateOf(row, line, firstLines)
  if (earlier !== null) return faulty([{ code: 'duplicate', column: 'phone', line: earlier }])
  return { line, content: row, problems: null }
}

/** The line in which the same person agrees to the same; else it is kept that they do in this one. */
function duplicateOf(
  { phone, purposes }: SoundRow,
  line: number,
  firstLines: Map<string, number>,
): number | null {
  const keys = purposes.map((purpose) => `${purpose}|${phone}`)
  const known = keys.map((key) => firstLines.get(key)).filter((one) => one !== undefined)
  if (known.length === keys.length) return Math.min(...known)
  for (const key of keys) if (!firstLines.has(key)) firstLines.set(key, line)
  return null
}

async function* inChunks(rows: AsyncGenerator<CheckedRow>): AsyncGenerator<CheckedRow[]> {
  let chunk: CheckedRow[] = []
  for await (const row of rows) {
    chunk.push(row)
    if (chunk.length < AT_ONCE) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}

function problemOf(error: ChannelError): ImportProblem {
  const {
    error: message,
    code,
    action,
    line,
  } = error.body as {
    error: string
    code: string
    action?: string
    line?: number
  }
  return { code, message, action: action ?? null, line: line ?? null }
}

function noRows(): ChannelError {
  return new ChannelError(422, 'no_rows', 'Below the headings there is nobody.', 'Choose a list with people.')
}

function tooManyRows(): ChannelError {
  return new ChannelError(
    422,
    'too_many_rows',
    `The file has more than ${MOST_ROWS} rows.`,
    'Divide it, and import one part after the other.',
  )
}
