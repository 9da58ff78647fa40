import { aac, FAST_START, H264, PICTURE_AND_SOUND, SOUND_ALONE } from '../convert/encode-options.ts'
import { canFfmpegRead, convertByFfmpeg } from '../convert/ffmpeg.ts'
import type { ExaminedFile } from '../examine/examine-file.ts'
import { MAX_FILE_BYTES } from '../max-file-bytes.ts'

type Sound = Pick<ExaminedFile, 'mimeType' | 'kind' | 'audioCodec' | 'videoCodec'>

/** A copy that every browser plays. */
export interface Rendition {
  mimeType: 'audio/mp4' | 'video/mp4'
  extension: 'm4a' | 'mp4'
  options: string[]
}

/** What no browser of the last years refuses, whatever the system: Ogg and Opus are not among it, for Safari's sake. */
const PLAYED_AUDIO = new Set(['audio/mpeg', 'audio/wav', 'audio/aac', 'audio/flac'])
const PLAYED_VIDEO = new Set(['video/webm'])
const PLAYED_SOUND = new Set([null, 'aac', 'mp3'])

const SOUND_KBITS = 96

/** Null where the file plays as it is, or where it is nothing to be played. */
export function neededRendition({ mimeType, kind, audioCodec, videoCodec }: Sound): Rendition | null {
  if (kind === 'audio') {
    if (PLAYED_AUDIO.has(mimeType)) return null
    if (mimeType === 'audio/mp4' && audioCodec !== null && PLAYED_SOUND.has(audioCodec)) return null
    return {
      mimeType: 'audio/mp4',
      extension: 'm4a',
      options: [...SOUND_ALONE, ...aac(SOUND_KBITS), ...FAST_START],
    }
  }
  if (kind !== 'video' || PLAYED_VIDEO.has(mimeType)) return null
  const isPlayed = videoCodec === 'avc' && PLAYED_SOUND.has(audioCodec)
  if (isPlayed && mimeType === 'video/mp4') return null
  const encoding = isPlayed ? ['-c', 'copy'] : [...H264, ...aac(SOUND_KBITS)]
  return {
    mimeType: 'video/mp4',
    extension: 'mp4',
    options: [...PICTURE_AND_SOUND, ...encoding, ...FAST_START],
  }
}

/** Throws where it cannot be made. */
export async function makeRendition(file: Sound, bytes: Uint8Array, rendition: Rendition): Promise<Buffer> {
  if (!canFfmpegRead(file.mimeType)) throw new Error('nothing reads this format')
  const { options, extension } = rendition
  return convertByFfmpeg({ bytes, mimeType: file.mimeType, options, extension, maxBytes: MAX_FILE_BYTES })
}
