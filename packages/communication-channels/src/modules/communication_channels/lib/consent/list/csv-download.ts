import { stringify } from 'csv-stringify/sync'
import { download } from './download.ts'

type Cell = string | number | null

/**
 * A table as a file that a spreadsheet opens: UTF-8 with the mark that tells so. Text that a spreadsheet would run as a
 * formula is kept from it.
 *
 * @param pages rows below the headings
 */
export function csvDownload(fileName: string, headings: string[], pages: AsyncIterable<Cell[][]>): Response {
  async function* pieces() {
    yield stringify([headings], { bom: true })
    for await (const rows of pages) yield stringify(rows, { escape_formulas: true })
  }
  return download(fileName, 'text/csv', pieces())
}
