import { Readable } from 'node:stream'
import { CsvError, type Info, parse } from 'csv-parse'
import { ChannelError } from '../../../errors.ts'

export interface Line {
  /** In the file, as an editor counts: where the row begins. */
  line: number
  cells: string[]
}

/** A text and everything else that a row may have, in characters of four bytes. */
const MOST_ROW_BYTES = 64 * 1024
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
    ...{ max_record_size: MOST_ROW_BYTES, ...(most && { to: most }) },
  })
  const source = Readable.from(piecesOf(bytes))
  const lineAt = lineCounter(bytes)
  let end = 0
  try {
    for await (const { record, info } of source.pipe(parser) as AsyncIterable<{
      record: string[]
      info: Info
    }>) {
      yield { line: lineAt(afterBreaks(bytes, end)), cells: record }
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
