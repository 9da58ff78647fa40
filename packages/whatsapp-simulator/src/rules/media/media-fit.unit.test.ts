import { sampleFile, sampleNames } from '../../samples/sample-files.ts'
import { foundType, isAnimatedWebp } from './found-type.ts'
import { type CheckedFile, misfitOf } from './media-fit.ts'
import type { MediaKind } from './media-kinds.ts'

test.each(sampleNames)('the sample %s is found to be what it says', (name) => {
  const { bytes, mimeType } = sampleFile(name)
  expect(foundType(bytes)).toBe(mimeType)
  expect(isAnimatedWebp(bytes)).toBe(name === 'animated_sticker')
})

test.each([
  ['GIF89a', 'image/gif'],
  ['#!AMR\n', 'audio/amr'],
  ['ID3\x03', 'audio/mpeg'],
  ['\xff\xfb\x90', 'audio/mpeg'],
  ['\xff\xf1\x50', 'audio/aac'],
  ['\0\0\0\x18ftyp3gp4', 'video/3gpp'],
  ['PK\x03\x04', 'application/zip'],
  ['\x1a\x45\xdf\xa3', 'video/webm'],
  ['OggS'.padEnd(28, '\0'), 'audio/ogg'],
  ['<html>', 'text/plain'],
  ['\0\0', 'application/octet-stream'],
])('%j is %s', (text, type) => {
  expect(foundType(Buffer.from(text, 'latin1'))).toBe(type)
})

const opus = 'audio/ogg; codecs=opus'
test.each<[MediaKind, Partial<CheckedFile>, RegExp | null, boolean?]>([
  ['image', { mimeType: 'image/png' }, null],
  ['image', { mimeType: 'image/webp' }, /only image\/jpeg, image\/png/],
  ['image', { mimeType: 'image/png', foundType: 'image/jpeg' }, /is of type image\/jpeg/],
  ['image', { mimeType: 'image/png', byteSize: 5 * 2 ** 20 + 1 }, /may have 5242880/],
  ['video', { mimeType: 'video/3gpp', foundType: 'video/mp4' }, null],
  ['audio', { mimeType: 'audio/mp4', foundType: 'video/mp4' }, null],
  ['audio', { mimeType: 'audio/ogg', foundType: opus }, null],
  ['audio', { mimeType: 'audio/ogg' }, /encoded with Opus/],
  ['audio', { mimeType: opus, foundType: opus }, null, true],
  ['audio', { mimeType: 'audio/mpeg' }, /voice message/, true],
  ['document', { mimeType: 'application/x-anything', foundType: 'text/plain' }, null],
  ['sticker', { mimeType: 'image/webp', byteSize: 100 * 1024 }, null],
  ['sticker', { mimeType: 'image/webp', byteSize: 100 * 1024 + 1 }, /may have 102400/],
  ['sticker', { mimeType: 'image/webp', byteSize: 500 * 1024, isAnimated: true }, null],
])('as %s %j: %p', (kind, given, problem, isVoice = false) => {
  const mimeType = given.mimeType!
  const file = { foundType: mimeType, byteSize: 1, isAnimated: false, ...given, mimeType }
  const misfit = misfitOf(kind, file, isVoice)
  if (problem) expect(misfit).toMatch(problem)
  else expect(misfit).toBeNull()
})
