import { describe, expect, test } from '@jest/globals'
import { file } from '../testing/file.ts'
import { cutMiddle, dangerOf, shownName } from './fileName.ts'

describe('the name of a file', () => {
  test('is the one we gave it, not the one that pretends', () => {
    const tricky = '../../etc/invoice\u202Efdp.exe'
    expect(shownName(file({ name: 'invoicefdp.exe' }), tricky)).toBe('invoicefdp.exe')
    expect(shownName(null, tricky)).toBe('invoicefdp.exe')
    expect(shownName(file({ name: null }), undefined)).toBeNull()
  })

  test('keeps its ending in sight however long it is', () => {
    expect(cutMiddle('short.pdf')).toBe('short.pdf')
    const cut = cutMiddle(`Offer for ${'tents and '.repeat(20)}mugs.xlsx`)
    expect([...cut]).toHaveLength(44)
    expect(cut).toMatch(/^Offer for .*….*mugs\.xlsx$/)
    expect(cutMiddle('🏕'.repeat(60))).not.toContain('\uFFFD')
  })
})

test.each([
  ['application/x-msdownload', 'invoicefdp.exe', 'program'],
  ['application/vnd.android.package-archive', 'shop.apk', 'program'],
  ['application/x-bat', 'run.bat', 'program'],
  ['text/x-shellscript', 'install', 'program'],
  ['text/plain', 'run.ps1', 'program'],
  ['text/html; charset=utf-8', 'invoice.html', 'page'],
  ['image/svg+xml', 'logo.svg', 'page'],
  ['application/pdf', 'invoice.pdf', null],
  ['image/jpeg', 'exe.jpg', null],
  [null, null, null],
])('%s named %s is dangerous as a %s', (mimeType, name, danger) => {
  expect(dangerOf(mimeType, name)).toBe(danger)
})
