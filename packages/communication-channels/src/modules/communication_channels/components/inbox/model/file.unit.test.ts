import { describe, expect, test } from '@jest/globals'
import { MAX_FILE_BYTES } from '../../../lib/files/max-file-bytes.ts'
import { limits } from '../composer/limits.ts'
import { message } from '../testing/fakeHub.ts'
import { file } from '../testing/file.ts'
import { documentKind, formatName } from './documentKind.ts'
import { byteText, downloadAddress, durationText, pictureAddress } from './file.ts'
import { pictureBox } from './pictureBox.ts'
import { threadPictures } from './threadPictures.ts'

test('the composer knows the bound of the hub', () => {
  expect(limits.fileBytes).toBe(MAX_FILE_BYTES)
})

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [69, '69 bytes'],
  [1_000, '1 kB'],
  [1_250_000, '1.3 MB'],
])('%d bytes read %s', (bytes, text) => {
  expect(byteText(bytes, 'en')).toBe(text)
})

test.each([
  [0, '0:00'],
  [65_400, '1:05'],
  [3_723_000, '1:02:03'],
])('%d ms read %s', (ms, text) => {
  expect(durationText(ms)).toBe(text)
})

test.each([
  ['application/pdf', 'a.pdf', 'pdf', 'PDF'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', null, 'sheet', null],
  ['text/plain; charset=utf-8', null, 'words', 'TXT'],
  ['application/zip', 'all.tar.gz', 'archive', 'GZ'],
  ['audio/mpeg', null, 'audio', 'MP3'],
  [null, null, 'other', null],
] as const)('a %s called %s', (mimeType, name, kind, format) => {
  expect(documentKind(mimeType)).toBe(kind)
  expect(formatName(mimeType, name)).toBe(format)
})

test('a download keeps the rest of the address', () => {
  expect(downloadAddress('/f/content')).toBe('/f/content?download=1')
  expect(downloadAddress('/f/content?variant=original')).toBe('/f/content?variant=original&download=1')
})

test.each([
  [1600, 1200, { width: 320, ratio: 4 / 3 }],
  [1200, 1600, { width: 240, ratio: 3 / 4 }],
  [64, 64, { width: 120, ratio: 1 }],
  [5000, 100, { width: 320, ratio: 2.5 }],
  [100, 5000, { width: 120, ratio: 0.4 }],
  [null, null, { width: 240, ratio: 4 / 3 }],
])('a picture of %p × %p gets its room before it is there', (width, height, box) => {
  expect(pictureBox(width, height)).toEqual(box)
})

describe('the pictures of a thread', () => {
  const picture = (id: string) => ({ type: 'image' as const, media: { fileId: id } })

  test('are those of photos, headers and cards, in their order, where they can be looked at', () => {
    const messages = [
      message({ id: 'm1', content: { ...picture('a'), caption: 'My tent' }, files: [file({ id: 'a' })] }),
      message({ id: 'm2', content: picture('b'), files: [file({ id: 'b', state: 'waiting' })] }),
      message({
        id: 'm3',
        content: {
          type: 'interactive',
          kind: 'carousel',
          body: 'Tents',
          cards: ['c', 'd'].map((id) => ({
            header: { type: 'image', media: { fileId: id } },
            action: { type: 'url', label: 'Buy', url: 'https://a.example' },
          })),
        },
        files: [file({ id: 'd' }), file({ id: 'c' })],
      }),
      message({ id: 'm4', content: { type: 'sticker', media: { fileId: 'e' } }, files: [file({ id: 'e' })] }),
    ]
    expect(threadPictures(messages).map((one) => [one.file.id, one.caption])).toEqual([
      ['a', 'My tent'],
      ['c', null],
      ['d', null],
    ])
  })

  test('a format that browsers do not draw is shown by its preview', () => {
    expect(pictureAddress(file())).toBe('/files/f1/content')
    expect(pictureAddress(file({ mimeType: 'image/tiff' }))).toBe('/files/f1/content?variant=preview')
    expect(pictureAddress(file({ mimeType: 'image/tiff', previewUrl: null }))).toBeNull()
  })

  test('is drawn only where the server could look inside: one that would fill the memory is never unpacked', () => {
    expect(pictureAddress(file({ mimeType: 'image/png', previewUrl: null, hint: 'no_preview' }))).toBeNull()
  })
})
