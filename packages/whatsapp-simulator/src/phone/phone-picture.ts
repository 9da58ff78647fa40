const PHOTO_QUALITY = 0.85
const STICKER_SIDE = 512

/** A phone sends every photo as a JPEG. */
export async function asPhoto(file: File): Promise<File> {
  if (file.type === 'image/jpeg') return file
  const picture = await createImageBitmap(file)
  const canvas = canvasOf(picture.width, picture.height)
  const context = canvas.getContext('2d')!
  // What is transparent would turn black.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, picture.width, picture.height)
  context.drawImage(picture, 0, 0)
  return fileOf(canvas, 'image/jpeg', renamed(file.name, 'jpg'))
}

/** A sticker is a square WebP; one that is a WebP already stays as it is, because it may move. */
export async function asSticker(file: File): Promise<File> {
  if (file.type === 'image/webp') return file
  const picture = await createImageBitmap(file)
  const scale = STICKER_SIDE / Math.max(picture.width, picture.height)
  const [width, height] = [picture.width * scale, picture.height * scale]
  const canvas = canvasOf(STICKER_SIDE, STICKER_SIDE)
  const left = (STICKER_SIDE - width) / 2
  canvas.getContext('2d')!.drawImage(picture, left, (STICKER_SIDE - height) / 2, width, height)
  return fileOf(canvas, 'image/webp', renamed(file.name, 'webp'))
}

function canvasOf(width: number, height: number): HTMLCanvasElement {
  return Object.assign(document.createElement('canvas'), { width, height })
}

async function fileOf(canvas: HTMLCanvasElement, type: string, name: string): Promise<File> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, PHOTO_QUALITY))
  if (blob?.type !== type) throw new Error(`This browser cannot make a file of type ${type}.`)
  return new File([blob], name, { type })
}

function renamed(name: string, extension: string): string {
  return `${name.replace(/\.[^.]*$/, '')}.${extension}`
}
