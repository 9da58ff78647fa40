import sharp from 'sharp'
import { unpacking } from '../bounds/file-bounds.ts'
import { canFfmpegRead, convertByFfmpeg, isFfmpegThere } from '../convert/ffmpeg.ts'
import type { ExaminedFile } from '../examine/examine-file.ts'
import { isReadablePicture, MAX_PIXELS } from '../examine/picture-facts.ts'

export const PREVIEW_TYPE = 'image/webp'

const SIDE = 480
const SECONDS = 20
const FRAME_MAX_BYTES = 16 * 1024 * 1024

type Pictured = Pick<ExaminedFile, 'mimeType' | 'kind' | 'pixelsTooMany'>

/** Whether a small picture of it would be wanted. */
export function wantsPreview({ kind }: Pictured): boolean {
  return kind === 'image' || kind === 'video'
}

/** A still WebP of at most 480 pixels on each side: of a picture its first frame, also where its end is missing. */
export async function makePreview(file: Pictured, bytes: Uint8Array): Promise<Buffer | null> {
  if (file.kind === 'image') {
    return isReadablePicture(file.mimeType) && !file.pixelsTooMany ? shrink(bytes) : null
  }
  if (file.kind !== 'video' || !canFfmpegRead(file.mimeType) || !(await isFfmpegThere())) return null
  const frame = await convertByFfmpeg({
    bytes,
    mimeType: file.mimeType,
    options: ['-an', '-frames:v', '1', '-vf', `scale='min(${SIDE},iw)':-2`, '-c:v', 'png', '-f', 'image2'],
    extension: 'png',
    maxBytes: FRAME_MAX_BYTES,
  })
  return shrink(frame)
}

function shrink(bytes: Uint8Array): Promise<Buffer> {
  return unpacking(() =>
    sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'none', sequentialRead: true })
      .timeout({ seconds: SECONDS })
      .autoOrient()
      .resize(SIDE, SIDE, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 75 })
      .toBuffer(),
  )
}
