import type { ExaminedFile } from '../examine/examine-file.ts'
import { checkFile } from './check-file.ts'

const JPEG = { mimeType: 'image/jpeg', kind: 'image', extension: 'jpg' } as const
const PDF = { mimeType: 'application/pdf', kind: 'document', extension: 'pdf' } as const
const TEXT = { mimeType: 'text/plain', kind: 'document', extension: 'txt' } as const
const UNKNOWN = { mimeType: 'application/octet-stream', kind: 'unknown', extension: null } as const
const MB = 1024 * 1024

const codeOf = (file: Partial<ExaminedFile>, name: string | null = null) =>
  checkFile({ ...PDF, byteSize: 1, isDamaged: false, pixelsTooMany: false, ...file }, name)?.code ?? null

describe('a file is refused', () => {
  it.each<[string, Partial<ExaminedFile>, string]>([
    ['with nothing in it', { byteSize: 0 }, 'file_empty'],
    ['of 100 MB and one byte', { byteSize: 100 * MB + 1 }, 'file_too_large'],
    ['that is a page', { mimeType: 'text/html', kind: 'active' }, 'file_active'],
    ['that is a drawing with scripts', { mimeType: 'image/svg+xml', kind: 'active' }, 'file_active'],
    ['that is a program', { mimeType: 'application/x-elf', kind: 'active' }, 'file_active'],
    ['that is a damaged picture', { ...JPEG, isDamaged: true }, 'file_unreadable'],
    ['that unpacks to too much', { ...JPEG, pixelsTooMany: true }, 'file_too_many_pixels'],
  ])('%s', (_, file, code) => expect(codeOf(file)).toBe(code))

  it('with words for a person and what to do', () =>
    expect(checkFile({ ...PDF, byteSize: 0, isDamaged: false, pixelsTooMany: false }, null)).toEqual({
      code: 'file_empty',
      message: expect.any(String),
      action: expect.any(String),
    }))
})

describe('a name', () => {
  it.each<[string, Partial<ExaminedFile>, string]>([
    ['of a picture on a document', PDF, 'tent.jpg'],
    ['of a document on a picture', JPEG, 'bill.pdf'],
    ['of one picture on another', JPEG, 'tent.png'],
    ['of a document on words', TEXT, 'bill.pdf'],
    ['of a picture on nobody knows what', UNKNOWN, 'tent.jpg'],
    ['with another one hidden in it', JPEG, 'tent.jpg.pdf'],
    ['with its direction turned', JPEG, 'tent\u202Egpj.pdf'],
  ])('%s says otherwise', (_, file, name) => expect(codeOf(file, name)).toBe('file_not_what_it_says'))

  it.each<[string, Partial<ExaminedFile>, string | null]>([
    ['that nobody gave', JPEG, null],
    ['without an ending', JPEG, 'tent'],
    ['with the usual ending', JPEG, 'tent.jpg'],
    ['with another usual ending', JPEG, 'tent.JPEG'],
    ['with a version at its end', PDF, 'contract v1.2'],
    ['of words', TEXT, 'readme.md'],
    ['of something that nobody knows', UNKNOWN, 'backup.bak'],
    ['with a path before it', PDF, '../../etc/bill.pdf'],
    ['as long as names get', PDF, `${'x'.repeat(300)}.pdf`],
  ])('%s is fine', (_, file, name) => expect(codeOf(file, name)).toBeNull())
})
