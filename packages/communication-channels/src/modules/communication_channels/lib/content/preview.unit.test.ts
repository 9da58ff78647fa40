import { expect, test } from '@jest/globals'
import { previewOf } from './preview.ts'

test('a file’s name cannot pretend in the list or in a quote to be another one', () => {
  const document = { type: 'document', media: { id: '1' } } as const
  expect(previewOf({ ...document, filename: '../../etc/invoice\u202Efdp.exe' })).toBe('invoicefdp.exe')
  expect(previewOf({ ...document, filename: 'a.pdf', caption: 'Here it is' })).toBe('Here it is')
  expect(previewOf(document)).toBe('')
})
