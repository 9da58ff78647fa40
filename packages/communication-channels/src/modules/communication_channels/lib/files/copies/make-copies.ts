import { createLogger } from '@open-mercato/shared/lib/logger'
import { describeFailure } from '../../describe-failure.ts'
import type { Scope } from '../../scope.ts'
import { isFfmpegThere } from '../convert/ffmpeg.ts'
import type { ExaminedFile } from '../examine/examine-file.ts'
import { trackFacts } from '../examine/track-facts.ts'
import type { FileView } from '../file-view.ts'
import { type StorageContext, storeBytes } from '../store/store-bytes.ts'
import { makePreview, PREVIEW_TYPE, wantsPreview } from './preview.ts'
import { makeRendition, neededRendition } from './rendition.ts'

export interface Copies {
  previewAttachmentId: string | null
  playableAttachmentId: string | null
  hint: FileView['hint']
  /** Some formats tell it only once they are converted. */
  durationMs: number | null
}

export const NO_COPIES: Copies = {
  previewAttachmentId: null,
  playableAttachmentId: null,
  hint: null,
  durationMs: null,
}

const logger = createLogger('communication_channels.files')

/** The small picture and the copy that every browser plays. A file is good without them, so nothing here fails. */
export async function makeCopies(
  ctx: StorageContext & { scope: Scope },
  file: { id: string; examined: ExaminedFile; bytes: Uint8Array },
): Promise<Copies> {
  const [preview, rendition] = [await attemptPreview(ctx, file), await attemptRendition(ctx, file)]
  const lacksPreview = wantsPreview(file.examined) && preview === null
  return {
    previewAttachmentId: preview,
    playableAttachmentId: rendition.attachmentId,
    durationMs: file.examined.durationMs ?? rendition.durationMs,
    hint: rendition.isLacking ? 'no_rendition' : lacksPreview ? 'no_preview' : null,
  }
}

type Input = Parameters<typeof makeCopies>

async function attemptPreview(ctx: Input[0], { id, examined, bytes }: Input[1]): Promise<string | null> {
  try {
    const preview = await makePreview(examined, bytes)
    if (!preview) return null
    const copy = { id, bytes: preview, mimeType: PREVIEW_TYPE, fileName: 'preview.webp' }
    return (await storeBytes(ctx, copy)).attachmentId
  } catch (error) {
    logger.warn('no preview', { fileId: id, mimeType: examined.mimeType, reason: describeFailure(error) })
    return null
  }
}

async function attemptRendition(ctx: Input[0], { id, examined, bytes }: Input[1]) {
  const nothing = { attachmentId: null, durationMs: null }
  const rendition = neededRendition(examined)
  if (!rendition) return { ...nothing, isLacking: false }
  try {
    if (!(await isFfmpegThere())) return { ...nothing, isLacking: true }
    const playable = await makeRendition(examined, bytes, rendition)
    const { mimeType, extension } = rendition
    const copy = { id, bytes: playable, mimeType, fileName: `playable.${extension}` }
    const { attachmentId } = await storeBytes(ctx, copy)
    return { attachmentId, durationMs: (await trackFacts(playable))?.durationMs ?? null, isLacking: false }
  } catch (error) {
    logger.warn('no rendition', { fileId: id, mimeType: examined.mimeType, reason: describeFailure(error) })
    return { ...nothing, isLacking: true }
  }
}
