import { cleanFileName, fileNameFor } from './clean-file-name.ts'

it.each([
  ['a path', '../../etc/passwd', 'passwd'],
  ['a path of Windows', 'C:\\Users\\x\\photo.jpg', 'photo.jpg'],
  ['control characters', 'in\0vo\nice\x7f.pdf', 'invoice.pdf'],
  ['a mark that turns the writing', 'invoice\u202Efdp.exe', 'invoicefdp.exe'],
  ['isolating and invisible marks', '\u2066a\u2069\u200F\u200Bb\uFEFF.txt', 'ab.txt'],
  ['a device', 'CON', '_CON'],
  ['a device with an extension', 'com1.txt', '_com1.txt'],
  ['a name that only begins like a device', 'console.log', 'console.log'],
  ['dots and spaces at its ends', ' ..photo.jpg. . ', 'photo.jpg'],
  ['dots alone', '..', 'file'],
  ['nothing', '', 'file'],
  ['no name', null, 'file'],
  ['half a character', 'a\ud800.txt', 'a\ufffd.txt'],
  ['what no file system takes', 'a<b>:c|?*".txt', 'a_b__c____.txt'],
  ['what people really write', 'Zdjęcie — łąka 😀 (1).jpg', 'Zdjęcie — łąka 😀 (1).jpg'],
])('%s', (_case, said, clean) => expect(cleanFileName(said)).toBe(clean))

it('is at most 240 bytes long, cut between characters, and keeps its end', () => {
  const clean = cleanFileName(`${'😀'.repeat(100_000)}.pdf`)
  expect(clean).toBe(`${'😀'.repeat(59)}.pdf`)
})

it('takes no time over a name of a megabyte', () => {
  const started = performance.now()
  expect(cleanFileName(`x${'. '.repeat(500_000)}y`)).toMatch(/y$/)
  expect(performance.now() - started).toBeLessThan(1000)
})

it.each([
  ['photo.png', 'image/jpeg', 'image', 'jpg', 'photo.jpg'],
  ['photo.JPEG', 'image/jpeg', 'image', 'jpg', 'photo.JPEG'],
  ['photo', 'image/jpeg', 'image', 'jpg', 'photo.jpg'],
  ['v1.2', 'application/pdf', 'document', 'pdf', 'v1.2.pdf'],
  ['holiday.jpg.exe', 'image/jpeg', 'image', 'jpg', 'holiday.jpg.jpg'],
  ['notes.log', 'text/plain', 'document', 'txt', 'notes.log'],
  ['notes.exe', 'text/plain', 'document', 'txt', 'notes.txt'],
  ['data.bin', 'application/octet-stream', 'unknown', null, 'data.bin'],
  ['data.scr', 'application/octet-stream', 'unknown', null, 'data.scr.bin'],
  [null, 'audio/ogg', 'audio', 'ogg', 'file.ogg'],
] as const)('%s with the content of %s', (said, mimeType, kind, extension, name) => {
  expect(fileNameFor(said, { mimeType, kind, extension })).toBe(name)
})
