import sharp, { type Sharp } from 'sharp'
import { MAX_PIXELS } from '../examine/picture-facts.ts'
import type { MediaRule } from '../sendable/media-rules.ts'

const SECONDS = 30

/** Of all frames together. What has more stands still. */
const MOVING_PIXELS = 100_000_000

/** Good first. Below the last one a picture is made smaller instead. */
const QUALITIES = [88, 70]
const SIDES = [4096, 2560, 1600, 1080, 720, 480]

/** Read in full, and without what a camera writes beside the picture: where and when it was taken. */
function open(bytes: Uint8Array, isAnimated = false): Sharp {
  return sharp(bytes, {
    limitInputPixels: isAnimated ? MOVING_PIXELS : MAX_PIXELS,
    failOn: 'error',
    animated: isAnimated,
  })
    .timeout({ seconds: SECONDS })
    .autoOrient()
    .toColourspace('srgb')
}

/**
 * A JPEG, or a PNG where one can see through it, as large as the rule lets it be. Null where nothing of it fits.
 *
 * @throws where the picture cannot be read
 */
export async function convertToImage(bytes: Uint8Array, { maxBytes }: MediaRule): Promise<Buffer | null> {
  const { hasAlpha, width, height } = await sharp(bytes).metadata()
  const isSeeThrough = hasAlpha && !(await sharp(bytes, { limitInputPixels: MAX_PIXELS }).stats()).isOpaque
  const own = Math.max(width, height)
  for (const side of [Math.min(own, SIDES[0]!), ...SIDES.filter((one) => one < own)]) {
    const small = open(bytes).resize(side, side, { fit: 'inside', withoutEnlargement: true })
    if (isSeeThrough) {
      const png = await small.png({ compressionLevel: 9 }).toBuffer()
      if (png.byteLength <= maxBytes) return png
      continue
    }
    for (const quality of QUALITIES) {
      const jpeg = await small.clone().flatten({ background: 'white' }).jpeg({ quality }).toBuffer()
      if (jpeg.byteLength <= maxBytes) return jpeg
    }
  }
  return null
}

const STICKER_QUALITIES = [90, 75, 60, 45, 30, 15, 5]

/**
 * A WebP with exactly the pixels that the rule asks for, what is missing transparent. What moves goes on moving where it
 * can be made small enough; else it stands still.
 *
 * @throws where the picture cannot be read
 */
export async function convertToSticker(
  bytes: Uint8Array,
  isAnimated: boolean,
  rule: MediaRule,
): Promise<Buffer | null> {
  if (isAnimated && rule.maxAnimatedBytes) {
    const moving = await sticker(bytes, true, rule, rule.maxAnimatedBytes).catch(() => null)
    if (moving) return moving
  }
  return sticker(bytes, false, rule, rule.maxBytes)
}

async function sticker(
  bytes: Uint8Array,
  isAnimated: boolean,
  { side }: MediaRule,
  maxBytes: number,
): Promise<Buffer | null> {
  const background = { r: 0, g: 0, b: 0, alpha: 0 }
  for (const quality of STICKER_QUALITIES) {
    const webp = await open(bytes, isAnimated)
      .ensureAlpha()
      .resize(side, side, { fit: 'contain', background })
      .webp({ quality, alphaQuality: quality, effort: isAnimated ? 2 : 5 })
      .toBuffer()
    if (webp.byteLength <= maxBytes) return webp
  }
  return null
}
