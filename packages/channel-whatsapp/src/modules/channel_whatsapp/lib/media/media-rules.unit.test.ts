import { mediaRules, mostBytesOf, typeAtMeta } from './media-rules.ts'
import { mayHaveToken } from './trusted-address.ts'

const MB = 1024 * 1024

test.each([
  ['image', 5 * MB, ['image/jpeg', 'image/png']],
  ['video', 16 * MB, ['video/mp4', 'video/3gpp']],
  ['audio', 16 * MB, ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg']],
  ['voice', 16 * MB, ['audio/ogg']],
  ['sticker', 100 * 1024, ['image/webp']],
] as const)('%s: at most %d bytes, of %j', (use, maxBytes, mimeTypes) => {
  expect(mediaRules[use]).toMatchObject({ maxBytes })
  expect(mediaRules[use]?.mimeTypes).toEqual(mimeTypes)
})

test('a voice note is Opus with one channel, a sticker 512 pixels on each side and larger when it moves', () => {
  expect(mediaRules.voice).toMatchObject({ codecs: { 'audio/ogg': { audio: ['opus'] } }, maxChannels: 1 })
  expect(mediaRules.sticker).toMatchObject({ side: 512, maxAnimatedBytes: 500 * 1024 })
})

test('a video is H.264 with AAC, an Ogg is Opus', () => {
  const film = { video: ['avc'], audio: ['aac'] }
  expect(mediaRules.video.codecs).toEqual({ 'video/mp4': film, 'video/3gpp': film })
  expect(mediaRules.audio.codecs).toEqual({ 'audio/ogg': { audio: ['opus'] } })
})

test('whatever can be uploaded can go as a document of up to 100 MB, and nothing else can', () => {
  const types = mediaRules.document?.mimeTypes
  expect(mediaRules.document).toMatchObject({ maxBytes: 100 * MB })
  expect(types).toEqual(expect.arrayContaining(['application/pdf', 'text/csv', 'image/jpeg', 'audio/ogg']))
  expect(types).not.toContain('application/zip')
})

test.each([
  ['application/pdf', 100 * MB],
  ['image/png', 5 * MB],
  ['video/mp4', 16 * MB],
  ['image/webp', 500 * 1024],
])('of %s Meta takes %d bytes, whatever it is for', (type, bytes) => {
  expect(mostBytesOf(type)).toBe(bytes)
  expect(mediaRules.document.maxBytesByType[type] ?? mediaRules.document.maxBytes).toBe(bytes)
})

test.each([
  ['audio/ogg; codecs=opus', 'audio/ogg'],
  ['audio/x-m4a', 'audio/mp4'],
  ['IMAGE/JPEG', 'image/jpeg'],
  ['application/pdf', 'application/pdf'],
])('%s is %s at Meta', (type, known) => {
  expect(typeAtMeta(type)).toBe(known)
})

test.each([
  ['https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1', true],
  ['https://scontent.xx.fbcdn.net/v/1', true],
  ['https://mmg.whatsapp.net/1', true],
  ['http://127.0.0.1:3001/media/1', true],
  ['http://127.0.0.1:3002/media/1', false],
  ['http://lookaside.fbsbx.com/1', false],
  ['https://lookaside.fbsbx.com:8443/1', false],
  ['https://notfbsbx.com/1', false],
  ['https://fbsbx.com.example.com/1', false],
  ['https://user:pass@lookaside.fbsbx.com/1', false],
  ['ftp://lookaside.fbsbx.com/1', false],
  ['not an address', false],
])('whether %s may have the token: %s', (address, may) => {
  expect(mayHaveToken(address, 'http://127.0.0.1:3001')).toBe(may)
})
