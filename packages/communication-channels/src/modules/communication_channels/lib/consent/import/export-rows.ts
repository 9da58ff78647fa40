import type { Db } from '../../db.ts'
import type { TenantEncryptionService } from '../../encryption-service.ts'
import type { Scope } from '../../scope.ts'
import { csvDownload } from '../list/csv-download.ts'
import { COLUMNS } from './check/columns.ts'
import { requireImport, selectRows, type ToldRowState } from './list-rows.ts'
import { sayProblem } from './row-problem-words.ts'

const AT_ONCE = 1_000

/**
 * The rows that could not be taken as a file, each with its line and what is wrong, and what stands in it: put right, it
 * can be imported as it is.
 *
 * @throws 404 where the organisation has no such import
 */
export async function exportRows(
  db: Db,
  encryption: TenantEncryptionService,
  scope: Scope,
  importId: string,
  state: ToldRowState,
): Promise<Response> {
  await requireImport(db, scope, importId)
  async function* pages() {
    for (let after = 0; ; ) {
      const rows = await selectRows(db, encryption, scope, importId, { state, after, limit: AT_ONCE })
      yield rows.map(({ line, problems, cells }) => [
        line,
        problems.map(sayProblem).join(' '),
        ...COLUMNS.map((column) => cells[column] ?? null),
      ])
      if (rows.length < AT_ONCE) return
      after = rows.at(-1)!.line
    }
  }
  return csvDownload(`consents-${state}.csv`, ['line', 'reason', ...COLUMNS], pages())
}
