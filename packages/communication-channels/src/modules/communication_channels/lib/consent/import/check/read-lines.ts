import { Readable } from 'node:stream'
import { CsvError, type Info, parse } from 'csv-parse'
import { ChannelError } from '../../../errors.ts'

export interface Line {
  /** In the file, as an editor counts: where the row begins. */
  line: number
  cells: string[]
}

/** More than a cell of any column may have: what is longer is too long, and not kept whole for that. */
const MOST_CELL = 8 * 1024
/** No cell is so long on purpose that has a quotation mark at its beginning. */
const SWALLOWED = 64 * 1024
const PIECE_BYTES = 64 * 1024
const NEW_LINE = 0x0a
const RETURN = 0x0d

/**
 * The rows of a list, the headings first. A quotation mark within a cell is a quotation mark; one that opens a cell has
 * to close it.
 *
 * @param bytes UTF-8, with or without a mark
 * @param most so many are read, and what stands below them is not looked at
 * @throws ChannelError 422 `quote_open`, with the line
 */
export async function* readLines(bytes: Buffer, most?: number): AsyncGenerator<Line> {
  const parser = parse({
    ...{ bom: true, delimiter: delimiterOf(bytes), record_delimiter: ['\r\n', '\n', '\r'] },
    ...{ relax_column_count: true, relax_quotes: true, skip_empty_lines: true, info: true },
    ...(most && { to: most }),
  })
  const source = Readable.from(piecesOf(bytes))
  const lineAt = lineCounter(bytes)
  let end = 0
  try {
    for await (const { record, info } of source.pipe(parser) as AsyncIterable<{
      record: string[]
      info: Info
    }>) {
      const line = lineAt(afterBreaks(bytes, end))
      if (record.some(hasSwallowedRows)) throw quoteOpen(line)
      yield { line, cells: record.map((cell) => cell.slice(0, MOST_CELL)) }
      end = info.bytes
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    // The rows before it may not have been given out yet, so what was counted so far is of no use.
    throw quoteOpen(lineCounter(bytes)(Number((error as CsvError & { bytes?: number }).bytes ?? 0)))
  } finally {
    source.destroy()
  }
}

/** The parser gives the mark that opened a cell back where the next one does not close it, but belongs to a row below. */
function hasSwallowedRows(cell: string): boolean {
  return cell.length > SWALLOWED && cell.startsWith('"') && /[\r\n]/.test(cell)
}

/** Headings hold neither of them. */
function delimiterOf(bytes: Buffer): string {
  const start = bytes.subarray(0, 8 * 1024).toString('utf8')
  const heading = start.replace(/^\uFEFF?[\r\n]*/, '').split(/[\r\n]/, 1)[0]!
  return heading.split(';').length > heading.split(',').length ? ';' : ','
}

function* piecesOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES)
}

function afterBreaks(bytes: Buffer, from: number): number {
  let at = from
  while (bytes[at] === NEW_LINE || bytes[at] === RETURN) at++
  return at
}

/** The parser counts a break of two characters within a cell twice; people look for what an editor shows. */
function lineCounter(bytes: Buffer): (offset: number) => number {
  let line = 1
  let at = 0
  return (offset) => {
    for (; at < offset; at++) {
      const isBreak = bytes[at] === NEW_LINE || (bytes[at] === RETURN && bytes[at + 1] !== NEW_LINE)
      if (isBreak) line++
    }
    return line
  }
}

function quoteOpen(line: number): ChannelError {
  return new ChannelError(
    422,
    'quote_open',
    `In line ${line} a quotation mark opens a cell and nothing closes it.`,
    'Close it, or write it twice where it belongs to the text, and choose the file again.',
    { line },
  )
}
