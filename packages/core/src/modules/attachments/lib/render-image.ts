import { open } from 'node:fs/promises'
import { CrudHttpError } from '@open-mercato/shared/lib/crud/errors'
import sharp from 'sharp'
import { mimeTypeBySignature } from './security/content-signatures.ts'

/** More than nearly any camera makes; what claims more is there to fill the memory. */
const MAX_PIXELS = 100_000_000
const MAX_SECONDS = 10
/** By content, because SVG and documents that pass for pictures would be rendered too. */
const RASTER = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif'])

/** The picture as WebP, no larger than asked and never larger than it is; throws a 422 for what is no picture. */
export async function renderImage(
  filePath: string,
  { width, height }: { width: number; height: number },
): Promise<Buffer> {
  if (!RASTER.has((await firstType(filePath)) ?? '')) throw unreadable()
  try {
    return await sharp(filePath, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
      .timeout({ seconds: MAX_SECONDS })
      .autoOrient()
      .resize({ width, height, fit: 'inside', withoutEnlargement: true })
      .webp()
      .toBuffer()
  } catch (cause) {
    throw unreadable(cause)
  }
}

async function firstType(filePath: string): Promise<string | null> {
  const handle = await open(filePath, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0)
    return mimeTypeBySignature(buffer.subarray(0, bytesRead))
  } finally {
    await handle.close()
  }
}

function unreadable(cause?: unknown): CrudHttpError {
  return new CrudHttpError(
    422,
    {
      error: 'There is no picture to be made of this file.',
      code: 'image_unreadable',
      action: 'Download the file instead.',
    },
    { cause },
  )
}
