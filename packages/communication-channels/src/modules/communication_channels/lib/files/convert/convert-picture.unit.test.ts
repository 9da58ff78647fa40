import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { animation, picture } from '../../../../../testing/sample-files.ts'
import { convertToImage, convertToSticker } from './convert-picture.ts'

const KB = 1024
const rule = { maxBytes: 5 * KB * KB }
const stickerRule = { maxBytes: 100 * KB, maxAnimatedBytes: 500 * KB, side: 512 }

/** Nothing compresses it. */
const noise = (width: number, height: number) =>
  sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })

const seeThrough = () =>
  sharp({ create: { width: 40, height: 20, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0.5 } } })
    .png()
    .toBuffer()

const kindOf = async (bytes: Buffer | null) => (await sharp(bytes!).metadata()).format

describe('a picture is made to fit', () => {
  it.each(['webp', 'gif', 'png', 'jpeg'] as const)('from %s', async (type) => {
    expect(await kindOf(await convertToImage(await picture(type), rule))).toBe('jpeg')
  })

  it('and stays see-through where it was', async () => {
    const made = await convertToImage(await seeThrough(), rule)
    expect(await sharp(made!).metadata()).toMatchObject({ format: 'png', hasAlpha: true })
  })

  it('turned as it is looked at, and without telling where and when it was taken', async () => {
    const taken = await noise(60, 40)
      .jpeg()
      .withExif({ IFD0: { Orientation: '6', Copyright: 'Maria' }, IFD3: { GPSLatitude: '52/1 13/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .toBuffer()
    expect((await sharp(taken).metadata()).exif).toBeDefined()
    const { width, height, exif, orientation } = await sharp((await convertToImage(taken, rule))!).metadata()
    expect({ width, height, exif, orientation: orientation ?? 1 }).toEqual({
      width: 40,
      height: 60,
      exif: undefined,
      orientation: 1,
    })
  })

  it.each([900, 150, 5])('within %i KB, first by quality, then by size', async (most) => {
    const made = await convertToImage(await noise(1200, 900).png().toBuffer(), { maxBytes: most * KB })
    if (made) expect(made.byteLength).toBeLessThanOrEqual(most * KB)
    expect(made === null).toBe(most === 5)
  })

  it('or not at all, where it is no picture', async () => {
    await expect(convertToImage(Buffer.from('no picture'), rule)).rejects.toThrow()
  })
})

describe('a sticker', () => {
  it.each([
    [100, 300],
    [900, 300],
    [512, 512],
  ])('of %i × %i has 512 on each side, and what is missing can be seen through', async (width, height) => {
    const made = await convertToSticker(await picture('jpeg', width, height), false, stickerRule)
    expect(await sharp(made!).metadata()).toMatchObject({
      format: 'webp',
      width: 512,
      height: 512,
      hasAlpha: width !== height,
    })
    const [, , , alpha] = await sharp(made!)
      .ensureAlpha()
      .extract({ left: 0, top: 0, width: 1, height: 1 })
      .raw()
      .toBuffer()
    expect(alpha).toBe(width === height ? 255 : 0)
  })

  it('has 100 KB at most', async () => {
    const made = await convertToSticker(await noise(800, 800).png().toBuffer(), false, stickerRule)
    expect(made!.byteLength).toBeLessThanOrEqual(100 * KB)
  })

  it.each(['webp', 'gif'] as const)('goes on moving (%s)', async (type) => {
    const made = await convertToSticker(await animation(type, 64), true, stickerRule)
    expect(await sharp(made!, { animated: true }).metadata()).toMatchObject({
      format: 'webp',
      width: 512,
      pages: 3,
      pageHeight: 512,
    })
  })

  it('stands still where it would be too large moving', async () => {
    const made = await convertToSticker(await animation('webp', 64), true, {
      ...stickerRule,
      maxAnimatedBytes: 10,
    })
    expect((await sharp(made!).metadata()).pages ?? 1).toBe(1)
  })
})
