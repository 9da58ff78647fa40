import { type Column, columns } from './columns.ts'

type ExampleTexts = { marketing: string; utility: string; language: string }

/**
 * A list to write one's own people over: one row for each purpose. Its numbers are kept free for examples, and its times
 * have a zone, so that a spreadsheet leaves them as they are.
 */
export function exampleList({ marketing, utility, language }: ExampleTexts): string {
  const rows: Partial<Record<Column, string>>[] = [
    {
      ...{ phone: '+1 202 555 0143', agreed_at: '2026-05-03T14:30:00+02:00', purpose: 'marketing' },
      ...{ text: marketing, source_document: 'form-2026-05.pdf', text_version: '1', language },
    },
    {
      ...{ phone: '+1 202 555 0178', agreed_at: '2026-05-04T09:15:00+02:00', purpose: 'utility' },
      ...{
        text: utility,
        url: 'https://shop.example/checkout',
        reference: '10432',
        text_version: '1',
        language,
      },
    },
  ]
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
  return `\uFEFF${lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')}`
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
