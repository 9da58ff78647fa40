import type { FileProblem } from '../add/check-file.ts'
import { canFfmpegRead } from '../convert/ffmpeg.ts'
import type { ExaminedFile } from '../examine/examine-file.ts'
import { isReadablePicture } from '../examine/picture-facts.ts'
import type { SendableAs } from '../file-view.ts'
import type { Codecs, MediaRule, MediaRules, MediaUse } from './media-rules.ts'
import { codecsInWords, sizeInWords, startWith, typesInWords, USE_WORDS } from './use-words.ts'

/** What the rules look at. Kept with every file, so that the rules can be asked again when it is sent. */
export type KnownFile = Pick<
  ExaminedFile,
  'mimeType' | 'byteSize' | 'width' | 'height' | 'isAnimated' | 'audioCodec' | 'audioChannels' | 'videoCodec'
>

/** What can be made here out of something else. Pictures always can. */
export interface Abilities {
  /** Whether sound and video can be encoded. */
  encodes: boolean
}

/**
 * Whether a file may be sent as one use; null where it may.
 *
 * @param rule absent where the channel does not say: then anything may
 */
export function checkUse(use: MediaUse, file: KnownFile, rule: MediaRule | undefined): FileProblem | null {
  if (!rule) return null
  const word = startWith(use)
  if (rule.mimeTypes && !rule.mimeTypes.includes(file.mimeType)) {
    return problem('file_type', `${word} has to be ${typesInWords(rule.mimeTypes)}.`)
  }
  if (rule.side && (file.width !== rule.side || file.height !== rule.side)) {
    const has = file.width && file.height ? `; this one has ${file.width} × ${file.height}` : ''
    return problem('file_dimensions', `${word} has to have ${rule.side} × ${rule.side} pixels${has}.`)
  }
  const most = maxBytesOf(rule, file)
  if (file.byteSize > most) {
    const kind = file.isAnimated && rule.maxAnimatedBytes ? `${word} that moves` : word
    return problem('file_too_large_for_use', `${kind} may have ${sizeInWords(most)}; this one is larger.`)
  }
  const codecs = rule.codecs?.[file.mimeType]
  const misfit = codecs && misfitOf(codecs, file)
  if (misfit) {
    const { part, taken } = misfit
    return problem('file_codec', `The ${part} of ${USE_WORDS[use]} has to be ${codecsInWords(taken)}.`)
  }
  if (rule.maxChannels && (file.audioChannels ?? 0) > rule.maxChannels) {
    return problem(
      'file_channels',
      `The sound of ${USE_WORDS[use]} has to be ${rule.maxChannels === 1 ? 'mono' : 'stereo'}.`,
    )
  }
  return null
}

function maxBytesOf(rule: MediaRule, { mimeType, isAnimated }: KnownFile): number {
  if (isAnimated && rule.maxAnimatedBytes) return rule.maxAnimatedBytes
  return rule.maxBytesByType?.[mimeType] ?? rule.maxBytes
}

function misfitOf({ audio, video }: Codecs, { audioCodec, videoCodec }: KnownFile) {
  if (video && !video.includes(videoCodec ?? '')) return { part: 'picture', taken: video }
  const isSilent = video && audioCodec === null
  return audio && !isSilent && !audio.includes(audioCodec ?? '') ? { part: 'sound', taken: audio } : null
}

/** As what a file may go out, best first: what it is, if need be converted; then as a document; then what it cannot be. */
export function sendableAs(
  file: KnownFile,
  rules: MediaRules | undefined,
  abilities: Abilities,
): SendableAs[] {
  const found = usesOf(file)
    .filter((use) => !rules || rules[use])
    .map((use) => {
      const refused = checkUse(use, file, rules?.[use])
      return {
        type: use,
        ok: refused === null,
        problem: refused && { code: refused.code, message: refused.message },
        convertible: refused !== null && isConvertible(use, file, rules?.[use], abilities),
      }
    })
  const place = ({ type, ok, convertible }: SendableAs) =>
    !ok && !convertible ? 2 : type === 'document' ? 1 : 0
  return found.sort((a, b) => place(a) - place(b))
}

function usesOf({ mimeType, width, height }: KnownFile): MediaUse[] {
  switch (mimeType.split('/')[0]) {
    case 'image':
      return mimeType === 'image/webp' && width === height
        ? ['sticker', 'image', 'document']
        : ['image', 'sticker', 'document']
    case 'video':
      return ['video', 'document']
    case 'audio':
      return mimeType === 'audio/ogg' ? ['voice', 'audio', 'document'] : ['audio', 'voice', 'document']
    default:
      return ['document']
  }
}

/** Whether a copy can be made that the rule lets through. */
export function isConvertible(
  use: MediaUse,
  file: KnownFile,
  rule: MediaRule | undefined,
  { encodes }: Abilities,
): boolean {
  const family = file.mimeType.split('/')[0]
  switch (use) {
    case 'image':
    case 'sticker':
      return isReadablePicture(file.mimeType)
    case 'voice':
    case 'audio':
      return (
        family === 'audio' &&
        ((encodes && canFfmpegRead(file.mimeType)) || (isRepackable(file) && takesOggOpus(rule)))
      )
    case 'video':
      return family === 'video' && encodes && canFfmpegRead(file.mimeType)
    case 'document':
      return false
  }
}

/** Sound that is already what a voice message holds, in another container: as browsers record it. */
export function isRepackable({ mimeType, audioCodec, audioChannels }: KnownFile): boolean {
  return mimeType.startsWith('audio/') && audioCodec === 'opus' && audioChannels === 1
}

function takesOggOpus(rule: MediaRule | undefined): boolean {
  return !rule?.mimeTypes || rule.mimeTypes.includes('audio/ogg')
}

function problem(code: string, message: string): FileProblem {
  return { code, message, action: 'Have it converted, or send it as a document.' }
}
