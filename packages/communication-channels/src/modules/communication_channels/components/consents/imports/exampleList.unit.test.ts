import { expect, it } from '@jest/globals'
import { checkRow } from '../../../lib/consent/import/check/check-row.ts'
import { COLUMNS, namedCells, readHeading } from '../../../lib/consent/import/check/columns.ts'
import { readLines } from '../../../lib/consent/import/check/read-lines.ts'
import { columns } from './columns.ts'
import { exampleList } from './exampleList.ts'

it('the example names every column, and is taken as it is: one row for each purpose', async () => {
  const example = exampleList({
    marketing: 'Yes, “offers”, and "news".',
    utility: 'My order.',
    language: 'en',
  })
  const lines: string[][] = []
  for await (const { cells } of readLines(Buffer.from(example))) lines.push(cells)
  const [first, ...rows] = lines
  const heading = readHeading(first!)
  expect([...columns].sort()).toEqual([...COLUMNS].sort())
  expect(first).toEqual([...columns])
  const bare = { purpose: null, text: null, textVersion: null, language: null, document: null }
  const read = rows.map((cells) =>
    checkRow(namedCells(heading, cells), bare, null, new Date('2026-11-22T00:00:00Z')),
  )
  expect(read).toMatchObject([
    { row: { purposes: ['marketing'], text: 'Yes, “offers”, and "news".' }, problems: null },
    { row: { purposes: ['utility'] }, problems: null },
  ])
})
