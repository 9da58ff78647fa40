import { createLogger } from '@open-mercato/shared/lib/logger'
import { describeFailure } from '../../describe-failure.ts'
import { ChannelError } from '../../errors.ts'
import { type AddContext, addFile, dropFile } from '../add/add-file.ts'
import { unpacking } from '../bounds/file-bounds.ts'
import { storageRefusal } from '../media-failure.ts'
import { type MediaRule, type MediaRules, type MediaUse, ruleFor } from '../sendable/media-rules.ts'
import { checkUse, isConvertible, isRepackable, type KnownFile } from '../sendable/sendable-as.ts'
import { type FoundFile, readBytes } from '../store/stored-files.ts'
import { convertToImage, convertToSticker } from './convert-picture.ts'
import { AUDIO_OPTIONS, repackAsOgg, VOICE_OPTIONS } from './convert-sound.ts'
import { videoOptions } from './convert-video.ts'
import { canFfmpegRead, convertByFfmpeg, isFfmpegThere } from './ffmpeg.ts'

const logger = createLogger('communication_channels.files')

export type Conversion = Exclude<MediaUse, 'document'>

/** What is made where nobody says what may be: as most take it. */
const USUAL: MediaRule = { maxBytes: 16 * 1024 * 1024, side: 512 }

/**
 * Makes a copy that may be sent as something that the file itself may not; the file stays.
 *
 * @throws ChannelError 422 `conversion_unavailable`, `conversion_failed`; 503 `storage_*`
 */
export async function convertFile(
  ctx: AddContext,
  file: FoundFile,
  as: Conversion,
  rules: MediaRules | undefined,
): Promise<FoundFile> {
  const rule = ruleFor(as, rules) ?? USUAL
  const encodes = await isFfmpegThere()
  if (!isConvertible(as, file, rule, { encodes })) throw notConvertible(as, file, rule)
  const bytes = await readBytes(ctx, file).catch((failure) => Promise.reject(storageRefusal(failure)))
  if (!bytes) throw failed('It is not there any more.')
  const made = await make(bytes, file, as, rule).catch((error: unknown) => {
    logger.warn('not converted', { fileId: file.id, as, reason: describeFailure(error) })
    return null
  })
  if (!made) throw failed('It cannot be read, or not be made small enough.')
  const name = file.name.replace(/\.[^.]*$/, '')
  const copy = await addFile(ctx, { bytes: made, name, origin: 'uploaded' })
  const problem = checkUse(as, copy, rule)
  if (!problem) return copy
  await dropFile(ctx, copy.id)
  throw failed(problem.message)
}

function make(
  bytes: Uint8Array,
  file: FoundFile,
  as: Conversion,
  rule: MediaRule,
): Promise<Uint8Array | null> {
  const byFfmpeg = (options: string[], extension: string) =>
    convertByFfmpeg({ bytes, mimeType: file.mimeType, options, extension, maxBytes: rule.maxBytes })
  switch (as) {
    case 'image':
      return unpacking(() => convertToImage(bytes, rule))
    case 'sticker':
      return unpacking(() => convertToSticker(bytes, file.isAnimated, rule))
    case 'voice':
      return isRepackable(file) ? repackAsOgg(bytes) : byFfmpeg(VOICE_OPTIONS, 'ogg')
    case 'audio':
      return isRepackable(file) ? repackAsOgg(bytes) : byFfmpeg(AUDIO_OPTIONS, 'm4a')
    case 'video': {
      const options = videoOptions(file.durationMs, rule)
      return options ? byFfmpeg(options, 'mp4') : Promise.resolve(null)
    }
  }
}

/** With ffmpeg it would be possible, or with nothing. */
function notConvertible(as: Conversion, file: KnownFile, rule: MediaRule): ChannelError {
  if (!isConvertible(as, file, rule, { encodes: true }) || !canFfmpegRead(file.mimeType)) {
    return failed('Nothing here makes one out of this kind of file.')
  }
  return new ChannelError(
    422,
    'conversion_unavailable',
    'Sound and video cannot be converted here, because ffmpeg is not installed.',
    'Send it as a document, or ask whoever runs the installation to install ffmpeg.',
  )
}

function failed(why: string): ChannelError {
  return new ChannelError(
    422,
    'conversion_failed',
    `The file could not be converted. ${why}`,
    'Send it as a document, or choose another file.',
  )
}
