import { isActiveType } from '../examine/active-content.ts'

/** What a browser shows or plays and never runs. Everything else is only ever downloaded. */
const SHOWN = new Set([
  ...['image/jpeg', 'image/png', 'image/apng', 'image/webp', 'image/gif', 'image/avif', 'image/bmp'],
  ...['audio/mpeg', 'audio/mp4', 'audio/aac', 'audio/ogg', 'audio/wav', 'audio/flac', 'audio/webm'],
  ...['audio/amr', 'audio/3gpp', 'video/mp4', 'video/webm', 'video/quicktime', 'video/3gpp', 'video/ogg'],
])

export function isShown(mimeType: string): boolean {
  return SHOWN.has(mimeType)
}

/** As a browser is told. What it would run, or look for scripts in, is bytes to it. */
export function typeForBrowsers(mimeType: string): string {
  return isActiveType(mimeType) || mimeType === 'application/xml' ? 'application/octet-stream' : mimeType
}
