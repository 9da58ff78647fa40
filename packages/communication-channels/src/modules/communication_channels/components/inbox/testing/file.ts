import type { CheckedFile, FileView, SendableAs } from '../model/file.ts'

/** A picture that is there, but for what `change` says. */
export const file = (change: Partial<FileView> = {}): FileView => ({
  id: 'f1',
  state: 'stored',
  origin: 'received',
  name: 'tent.jpg',
  mimeType: 'image/jpeg',
  byteSize: 1_250_000,
  width: 1600,
  height: 1200,
  durationMs: null,
  isAnimated: false,
  url: '/files/f1/content',
  previewUrl: '/files/f1/content?variant=preview',
  playableUrl: null,
  hint: null,
  error: null,
  isRetrying: false,
  ...change,
})

export const ok = (type: SendableAs['type']): SendableAs => ({
  type,
  ok: true,
  problem: null,
  convertible: false,
})

export const unfit = (type: SendableAs['type'], convertible: boolean, code = 'file_type'): SendableAs => ({
  type,
  ok: false,
  problem: { code, message: 'Sentence of the server.' },
  convertible,
})

/** A picture that may go out as one, but for what is said. */
export const checked = (
  change: Partial<FileView> = {},
  as: SendableAs[] = [ok('image'), unfit('sticker', true), ok('document')],
): CheckedFile => ({ file: file({ origin: 'uploaded', ...change }), as })
