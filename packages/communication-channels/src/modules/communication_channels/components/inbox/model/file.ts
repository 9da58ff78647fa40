import type { FileView, SendableAs } from '../../../lib/files/file-view.ts'

export type { FileView, SendableAs }

/** A file of ours, and as what it may be sent from the number it was checked for. */
export type CheckedFile = { file: FileView; as: SendableAs[] }

// What every browser of today draws by itself; of other pictures the preview is shown.
const drawn = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif', 'image/bmp'])

/**
 * The best that a browser can draw of a picture; null where there is nothing. One that the server made no preview of, because
 * it is too large to be unpacked or broken, is not unpacked here either: it may be made to fill the memory.
 */
export function pictureAddress({ mimeType, url, previewUrl }: FileView): string | null {
  if (previewUrl === null) return null
  return mimeType && drawn.has(mimeType) ? (url ?? previewUrl) : previewUrl
}

/** The address under which the browser keeps the file instead of showing it. */
export function downloadAddress(url: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}download=1`
}

/** A size in the reader's manner, in the unit that fits: `812 bytes`, `1.2 MB`. */
export function byteText(bytes: number, locale: string): string {
  const [unit, divisor] =
    bytes < 1_000
      ? (['byte', 1] as const)
      : bytes < 1e6
        ? (['kilobyte', 1e3] as const)
        : (['megabyte', 1e6] as const)
  // In short "byte" has no plural.
  const unitDisplay = unit === 'byte' ? 'long' : 'short'
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay,
    maximumFractionDigits: 1,
  }).format(bytes / divisor)
}

/** `1:05`, and `1:02:03` from an hour on; a started second of nothing still is `0:00`. */
export function durationText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000))
  const hours = Math.floor(seconds / 3_600)
  const minutes = Math.floor((seconds % 3_600) / 60)
  const two = (value: number) => String(value).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}
