import { readHeading } from './columns.ts'
import { examineFile } from './examine-file.ts'

const codeOf = (bytes: Uint8Array): string | null => {
  try {
    examineFile(bytes)
    return null
  } catch (error) {
    return (error as { code: string }).code
  }
}
const list = 'phone,agreed_at\n+48601234567,2026-05-03\n'

it.each<[string, Uint8Array, string | null]>([
  ['a list', Buffer.from(list), null],
  ['a list with a mark', Buffer.from(`\uFEFF${list}`), null],
  ['nothing', Buffer.alloc(0), 'list_empty'],
  ['a mark and empty lines', Buffer.from('\uFEFF\r\n \r\n'), 'list_empty'],
  ['a spreadsheet of today', Buffer.from('504b0304140006000800', 'hex'), 'file_spreadsheet'],
  ['a spreadsheet of yesterday', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'file_spreadsheet'],
  ['a PDF', Buffer.from('%PDF-1.7 …'), 'file_pdf'],
  ['something compressed', Buffer.from('1f8b0800', 'hex'), 'file_compressed'],
  ['UTF-16 with a mark', Buffer.from(`\uFEFF${list}`, 'utf16le'), 'encoding_utf16'],
  ['UTF-16 without one', Buffer.from(list, 'utf16le'), 'encoding_utf16'],
  ['UTF-16 the other way round', Buffer.from(`\uFEFF${list}`, 'utf16le').swap16(), 'encoding_utf16'],
  ['Latin-1', Buffer.from(`${list}José`, 'latin1'), 'encoding_unknown'],
  ['bytes', Buffer.from([0x70, 0x68, 0, 0, 0, 0x6f, 1, 2, 3, 4]), 'file_not_text'],
])('knows %s by what is in it', (_what, bytes, code) => {
  expect(codeOf(bytes)).toBe(code)
})

describe('the line of headings', () => {
  it('is read in any case and order; what means nothing is set aside and named', () => {
    expect(readHeading(['Agreed at', 'Name', 'PHONE', ' text-version '])).toEqual({
      columns: ['agreed_at', null, 'phone', 'text_version'],
      ignored: ['Name'],
    })
  })

  it.each([
    [['name', 'agreed_at'], 'column_missing'],
    [['+48601234567', '2026-05-03'], 'column_missing'],
    [['phone', 'agreed_at', 'Phone'], 'column_twice'],
  ])('%j is refused', (cells, code) => {
    expect(() => readHeading(cells)).toThrow(expect.objectContaining({ code }))
  })
})
