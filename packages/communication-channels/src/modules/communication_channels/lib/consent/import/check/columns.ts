import { ChannelError } from '../../../errors.ts'
import { isVisible } from '../../visible.ts'

/** By the names that a heading may have, in whatever case. Whatever else a file has is left aside, and said so. */
export const COLUMNS = [
  'phone',
  'purpose',
  'agreed_at',
  'text',
  'text_version',
  'language',
  'source_document',
  'ip',
  'url',
  'reference',
  'note',
  'confirmed_at',
] as const
export type Column = (typeof COLUMNS)[number]
export type Cells = Partial<Record<Column, string>>

/** Without these no row says who agreed, and when. */
const NEEDED = ['phone', 'agreed_at'] as const satisfies Column[]

export interface Heading {
  /** Of each cell of a line; null for what is left aside. */
  columns: (Column | null)[]
  ignored: string[]
}

/** @throws ChannelError 422 where a column is missing or there twice */
export function readHeading(cells: string[]): Heading {
  const names = cells.map((cell) =>
    cell
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_'),
  )
  const columns = names.map((name) => COLUMNS.find((known) => known === name) ?? null)
  const missing = NEEDED.filter((column) => !columns.includes(column))
  if (missing.length > 0)
    throw new ChannelError(
      422,
      'column_missing',
      `The first line names no column ${missing.join(' and no column ')}.`,
      `Give every column its name in the first line: ${COLUMNS.join(', ')}.`,
      {
        missing,
        found: cells
          .map((cell) => cell.trim().slice(0, 60))
          .filter(Boolean)
          .slice(0, 20),
      },
    )
  const twice = columns.find((column, index) => column !== null && columns.indexOf(column) < index)
  if (twice)
    throw new ChannelError(
      422,
      'column_twice',
      `The first line names the column ${twice} twice.`,
      'Keep one of them.',
      { column: twice },
    )
  const ignored = cells.flatMap((cell, index) =>
    columns[index] === null && cell.trim() !== '' ? [cell.trim().slice(0, 60)] : [],
  )
  return { columns, ignored: ignored.slice(0, 50) }
}

/** Whether a line has cells that no heading names: then it is not certain which is which. */
export function hasMoreCells({ columns }: Heading, cells: string[]): boolean {
  return cells.slice(columns.length).some((cell) => cell.trim() !== '')
}

/** The cells of one line by their columns; those in which nobody can read anything are not there. */
export function namedCells({ columns }: Heading, cells: string[]): Cells {
  const named: Cells = {}
  for (const [index, column] of columns.entries()) {
    const cell = unescaped(cells[index] ?? '').trim()
    if (column !== null && isVisible(cell)) named[column] = cell
  }
  return named
}

/** What we, and others, write into files so that a spreadsheet runs nothing; a phone number comes back with it. */
function unescaped(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell
}
