type Cell = string | number | null

const startsFormula = /^[=+\-@\t\r]/
const isPhone = /^\+\d+$/

/**
 * A table as a spreadsheet opens it: UTF-8 with the mark that tells so, one line a row. Text that a spreadsheet would
 * run as a formula is kept from it by an apostrophe; a phone number runs nothing.
 */
export function csvOf(rows: Cell[][]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')}`
}

function cellText(cell: Cell): string {
  if (cell === null) return ''
  const text = String(cell)
  const safe = typeof cell === 'string' && startsFormula.test(text) && !isPhone.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
