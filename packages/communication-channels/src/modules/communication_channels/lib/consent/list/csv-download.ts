import { stringify } from 'csv-stringify/sync'

type Cell = string | number | null

/**
 * A table as a file that a spreadsheet opens: UTF-8 with the mark that tells so. Text that a spreadsheet would run as a
 * formula is kept from it. Read and sent page by page, so that a list of any length is never in memory as a whole.
 *
 * @param pages rows below the headings; asked for one after the other while somebody reads
 */
export function csvDownload(fileName: string, headings: string[], pages: AsyncIterator<Cell[][]>): Response {
  const bytes = new TextEncoder()
  const text = (rows: Cell[][], bom = false) => bytes.encode(stringify(rows, { bom, escape_formulas: true }))
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => stream.enqueue(text([headings], true)),
    async pull(stream) {
      const { value, done } = await pages.next()
      if (done) stream.close()
      else if (value.length > 0) stream.enqueue(text(value))
    },
    cancel: async () => void (await pages.return?.()),
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'no-store',
    },
  })
}
