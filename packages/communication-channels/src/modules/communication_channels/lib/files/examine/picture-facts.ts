import sharp from 'sharp'
import { unpacking } from '../bounds/file-bounds.ts'

/** More is refused before a single pixel is unpacked: a small file can hold a picture that fills the memory. */
export const MAX_PIXELS = 50_000_000

/** Of all frames of an animation together. */
const MAX_ANIMATION_PIXELS = 500_000_000

/** What is unpacked here; other pictures are kept as they are. */
const READABLE = new Set([
  'image/jpeg',
  'image/png',
  'image/apng',
  'image/webp',
  'image/gif',
  'image/tiff',
  'image/avif',
])
const ANIMATED = new Set(['image/webp', 'image/gif'])

export interface PictureFacts {
  /** As it is looked at: turned by its orientation. */
  width: number | null
  height: number | null
  isAnimated: boolean
  pixelsTooMany: boolean
  /** It says that it is a picture, and cannot be unpacked. */
  isDamaged: boolean
}

const NOTHING: PictureFacts = {
  width: null,
  height: null,
  isAnimated: false,
  pixelsTooMany: false,
  isDamaged: false,
}

export function isReadablePicture(mimeType: string): boolean {
  return READABLE.has(mimeType)
}

/** Reads the head first; unpacks only what is small enough, and that only where it need not be careful. */
export async function pictureFacts(
  bytes: Uint8Array,
  mimeType: string,
  isCareful: boolean,
): Promise<PictureFacts> {
  if (!READABLE.has(mimeType)) return NOTHING
  try {
    const { autoOrient, pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata()
    const { width, height } = autoOrient
    const isAnimated = mimeType === 'image/apng' || (ANIMATED.has(mimeType) && pages > 1)
    const pixels = width * height
    const pixelsTooMany = pixels > MAX_PIXELS || (isAnimated && pixels * pages > MAX_ANIMATION_PIXELS)
    const facts = { width, height, isAnimated, pixelsTooMany }
    return { ...facts, isDamaged: !pixelsTooMany && !isCareful && !(await canBeUnpacked(bytes)) }
  } catch {
    return { ...NOTHING, isDamaged: true }
  }
}

/** The first frame, in full: a file that breaks off has a sound head too. */
async function canBeUnpacked(bytes: Uint8Array): Promise<boolean> {
  try {
    await unpacking(() =>
      sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', sequentialRead: true })
        .resize(8)
        .raw()
        .toBuffer(),
    )
    return true
  } catch {
    return false
  }
}
