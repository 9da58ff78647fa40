import type { MediaRules, MediaUse } from './media-rules.ts'
import { checkUse, type KnownFile, sendableAs } from './sendable-as.ts'

const KB = 1024
const MB = 1024 * KB

const rules: MediaRules = {
  image: { mimeTypes: ['image/jpeg', 'image/png'], maxBytes: 5 * MB },
  video: {
    mimeTypes: ['video/mp4', 'video/3gpp'],
    maxBytes: 16 * MB,
    codecs: { 'video/mp4': { video: ['avc'], audio: ['aac'] } },
  },
  audio: {
    mimeTypes: ['audio/aac', 'audio/mpeg', 'audio/mp4', 'audio/ogg'],
    maxBytes: 16 * MB,
    codecs: { 'audio/ogg': { audio: ['opus'] } },
  },
  voice: {
    mimeTypes: ['audio/ogg'],
    maxBytes: 16 * MB,
    maxChannels: 1,
    codecs: { 'audio/ogg': { audio: ['opus'] } },
  },
  document: { maxBytes: 100 * MB, maxBytesByType: { 'video/mp4': 16 * MB } },
  sticker: { mimeTypes: ['image/webp'], maxBytes: 100 * KB, maxAnimatedBytes: 500 * KB, side: 512 },
}

const file = (mimeType: string, more: Partial<KnownFile> = {}): KnownFile => ({
  mimeType,
  byteSize: 50 * KB,
  width: null,
  height: null,
  isAnimated: false,
  audioCodec: null,
  audioChannels: null,
  videoCodec: null,
  ...more,
})
const sticker = (more: Partial<KnownFile> = {}) => file('image/webp', { width: 512, height: 512, ...more })
const film = (videoCodec: string | null, audioCodec: string | null) =>
  file('video/mp4', { videoCodec, audioCodec })
const opus = (mimeType: string, audioChannels = 1) => file(mimeType, { audioCodec: 'opus', audioChannels })

describe('as what a file may go out', () => {
  it.each<[string, MediaUse, KnownFile, string | null]>([
    ['a JPEG', 'image', file('image/jpeg'), null],
    ['a PNG of exactly 5 MB', 'image', file('image/png', { byteSize: 5 * MB }), null],
    ['one byte more', 'image', file('image/png', { byteSize: 5 * MB + 1 }), 'file_too_large_for_use'],
    ['a GIF', 'image', file('image/gif'), 'file_type'],
    ['a PDF', 'image', file('application/pdf'), 'file_type'],
    ['an MP4', 'video', film('avc', 'aac'), null],
    ['a silent MP4', 'video', film('avc', null), null],
    ['a film as new phones make it', 'video', film('hevc', 'aac'), 'file_codec'],
    ['a film with sound that is not taken', 'video', film('avc', 'opus'), 'file_codec'],
    ['an MP4 that nobody can read', 'video', film(null, null), 'file_codec'],
    ['a type without a rule for codecs', 'video', file('video/3gpp'), null],
    ['such a film', 'document', film('hevc', 'aac'), null],
    ['a WebM', 'video', file('video/webm'), 'file_type'],
    ['a video of 17 MB', 'video', file('video/mp4', { byteSize: 17 * MB }), 'file_too_large_for_use'],
    ['an MP3', 'audio', file('audio/mpeg', { audioCodec: 'mp3', audioChannels: 2 }), null],
    ['mono opus in Ogg', 'audio', opus('audio/ogg'), null],
    ['Vorbis in Ogg', 'audio', file('audio/ogg', { audioCodec: 'vorbis' }), 'file_codec'],
    ['a WAV', 'audio', file('audio/wav'), 'file_type'],
    ['mono opus in Ogg', 'voice', opus('audio/ogg'), null],
    ['stereo opus', 'voice', opus('audio/ogg', 2), 'file_channels'],
    ['Vorbis in Ogg', 'voice', file('audio/ogg', { audioCodec: 'vorbis', audioChannels: 1 }), 'file_codec'],
    ['an Ogg that nobody can read', 'voice', file('audio/ogg'), 'file_codec'],
    ['opus in WebM', 'voice', opus('audio/webm'), 'file_type'],
    ['an MP3', 'voice', file('audio/mpeg', { audioCodec: 'mp3', audioChannels: 1 }), 'file_type'],
    ['anything', 'document', file('application/zip', { byteSize: 100 * MB }), null],
    [
      'more than 100 MB',
      'document',
      file('application/zip', { byteSize: 101 * MB }),
      'file_too_large_for_use',
    ],
    [
      '17 MB of a type that may have 16',
      'document',
      file('video/mp4', { byteSize: 17 * MB }),
      'file_too_large_for_use',
    ],
    ['512 × 512', 'sticker', sticker(), null],
    ['512 × 511', 'sticker', sticker({ height: 511 }), 'file_dimensions'],
    ['of no known size', 'sticker', sticker({ width: null, height: null }), 'file_dimensions'],
    ['100 KB', 'sticker', sticker({ byteSize: 100 * KB }), null],
    ['101 KB', 'sticker', sticker({ byteSize: 101 * KB }), 'file_too_large_for_use'],
    ['101 KB that move', 'sticker', sticker({ byteSize: 101 * KB, isAnimated: true }), null],
    [
      '501 KB that move',
      'sticker',
      sticker({ byteSize: 501 * KB, isAnimated: true }),
      'file_too_large_for_use',
    ],
    ['a PNG', 'sticker', file('image/png', { width: 512, height: 512 }), 'file_type'],
  ])('%s as %s', (_, use, one, code) => expect(checkUse(use, one, rules[use])?.code ?? null).toBe(code))

  it('anything, where the channel says nothing of it', () =>
    expect(checkUse('image', file('image/gif'), undefined)).toBeNull())

  it.each<[MediaUse, KnownFile, string]>([
    ['image', file('image/gif'), 'A picture has to be JPEG or PNG.'],
    ['audio', file('audio/wav'), 'An audio file has to be AAC, MP3, M4A or Ogg.'],
    ['image', file('image/png', { byteSize: 6 * MB }), 'A picture may have 5 MB; this one is larger.'],
    [
      'sticker',
      sticker({ byteSize: 501 * KB, isAnimated: true }),
      'A sticker that moves may have 500 KB; this one is larger.',
    ],
    [
      'sticker',
      sticker({ width: 600, height: 400 }),
      'A sticker has to have 512 × 512 pixels; this one has 600 × 400.',
    ],
    ['video', film('hevc', 'aac'), 'The picture of a video has to be H.264.'],
    ['voice', opus('audio/ogg', 2), 'The sound of a voice message has to be mono.'],
  ])('%s says why not', (use, one, sentence) =>
    expect(checkUse(use, one, rules[use])).toEqual({
      code: expect.any(String),
      message: sentence,
      action: expect.any(String),
    }),
  )
})

describe('the offer', () => {
  const offer = (one: KnownFile, encodes = false, among: MediaRules | null = rules) =>
    sendableAs(one, among ?? undefined, { encodes })
      .map(({ type, ok, convertible }) => `${type}${ok ? '' : convertible ? '?' : '-'}`)
      .join(' ')

  it.each<[string, KnownFile, string, string]>([
    ['a JPEG', file('image/jpeg'), 'image sticker? document', 'image sticker? document'],
    [
      'a large PNG',
      file('image/png', { byteSize: 9 * MB }),
      'image? sticker? document',
      'image? sticker? document',
    ],
    ['a GIF', file('image/gif'), 'image? sticker? document', 'image? sticker? document'],
    [
      'a HEIC, which nobody here unpacks',
      file('image/heic'),
      'document image- sticker-',
      'document image- sticker-',
    ],
    ['a sticker', sticker(), 'sticker image? document', 'sticker image? document'],
    ['a video', film('avc', 'aac'), 'video document', 'video document'],
    ['a film as new phones make it', film('hevc', 'aac'), 'document video-', 'video? document'],
    ['a WebM', file('video/webm'), 'document video-', 'video? document'],
    ['a recording of Chromium', opus('audio/webm'), 'audio? voice? document', 'audio? voice? document'],
    ['the same in stereo', opus('audio/webm', 2), 'document audio- voice-', 'audio? voice? document'],
    [
      'a recording of Safari',
      file('audio/mp4', { audioCodec: 'aac', audioChannels: 1 }),
      'audio document voice-',
      'audio voice? document',
    ],
    ['a voice message', opus('audio/ogg'), 'voice audio document', 'voice audio document'],
    ['a PDF', file('application/pdf'), 'document', 'document'],
    ['something unknown', file('application/octet-stream'), 'document', 'document'],
  ])('for %s is best first', (_, one, without, encoding) => {
    expect(offer(one)).toBe(without)
    expect(offer(one, true)).toBe(encoding)
  })

  it('has only what the channel takes', () =>
    expect(offer(sticker(), true, { image: rules.image, document: rules.document })).toBe('image? document'))

  it('has everything where the channel says nothing', () =>
    expect(offer(file('image/gif'), false, null)).toBe('image sticker document'))
})
