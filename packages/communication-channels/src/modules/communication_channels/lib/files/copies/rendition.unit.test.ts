import { OLD_VIDEO, VOICE_NOTE } from '../../../../../testing/sample-files.ts'
import { isFfmpegThere } from '../convert/ffmpeg.ts'
import { examineFile } from '../examine/examine-file.ts'
import { makeRendition, neededRendition } from './rendition.ts'

const sound = (mimeType: string, audioCodec: string | null) =>
  neededRendition({ mimeType, kind: 'audio', audioCodec, videoCodec: null })
const film = (mimeType: string, videoCodec: string | null, audioCodec: string | null) =>
  neededRendition({ mimeType, kind: 'video', audioCodec, videoCodec })

describe('a copy is needed', () => {
  it.each([
    ['a voice note', 'audio/ogg', 'opus', true],
    ['an old recording', 'audio/amr', null, true],
    ['a recording of a browser', 'audio/webm', 'opus', true],
    ['a song', 'audio/mpeg', 'mp3', false],
    ['a song of a phone', 'audio/mp4', 'aac', false],
    ['a song without loss in the same container', 'audio/mp4', 'alac', true],
    ['what nobody can look into', 'audio/mp4', null, true],
  ])('of %s: %s with %s', (_case, mimeType, codec, isNeeded) => {
    expect(sound(mimeType, codec)?.mimeType ?? null).toBe(isNeeded ? 'audio/mp4' : null)
  })

  it.each([
    ['a film', 'video/mp4', 'avc', 'aac', null],
    ['a film without sound', 'video/mp4', 'avc', null, null],
    ['a film of a new phone', 'video/mp4', 'hevc', 'aac', 'made anew'],
    ['a film of another maker', 'video/quicktime', 'avc', 'aac', 'packed anew'],
    ['an old film', 'video/3gpp', null, null, 'made anew'],
    ['a film of the web', 'video/webm', 'vp9', 'opus', null],
  ])('of %s: %s with %s and %s', (_case, mimeType, video, audio, expected) => {
    const options = film(mimeType, video, audio)?.options
    const how = options && (options.includes('copy') ? 'packed anew' : 'made anew')
    expect(how ?? null).toBe(expected)
  })

  it('of no picture and no paper', () => {
    const still = { audioCodec: null, videoCodec: null }
    expect(neededRendition({ mimeType: 'image/png', kind: 'image', ...still })).toBeNull()
    expect(neededRendition({ mimeType: 'application/pdf', kind: 'document', ...still })).toBeNull()
  })
})

describe('a copy', () => {
  const made = async (bytes: Uint8Array) => {
    if (!(await isFfmpegThere())) return null
    const examined = await examineFile(bytes, null)
    return examineFile(await makeRendition(examined, bytes, neededRendition(examined)!), null)
  }

  it('of a voice note plays in every browser, and as long', async () => {
    const copy = await made(VOICE_NOTE)
    if (!copy) return
    expect(copy).toMatchObject({ mimeType: 'audio/mp4', kind: 'audio', audioCodec: 'aac' })
    expect(copy.durationMs).toBeGreaterThanOrEqual(300)
  })

  it('of an old film too', async () => {
    const copy = await made(OLD_VIDEO)
    if (copy)
      expect(copy).toMatchObject({ mimeType: 'video/mp4', videoCodec: 'avc', width: 176, height: 144 })
  })

  it('of what only says that it is sound fails, and nothing stays behind', async () => {
    if (!(await isFfmpegThere())) return
    const about = { mimeType: 'audio/ogg', kind: 'audio', audioCodec: null, videoCodec: null } as const
    await expect(
      makeRendition(about, Buffer.from('OggS nonsense'), neededRendition(about)!),
    ).rejects.toThrow()
  })
})
