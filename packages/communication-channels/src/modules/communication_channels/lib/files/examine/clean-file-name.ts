import { supportedExtensions } from 'file-type'
import { isRunnableExtension } from './active-content.ts'
import type { ContentType } from './content-type.ts'
import { plainName } from './plain-name.ts'

/** What file systems and providers take at most, in bytes. */
const MAX_BYTES = 240

/** No name is longer than this in earnest, and looking through one takes time. */
const MOST_CHARACTERS = 1000

const FALLBACK = 'file'

// Names of devices on Windows, with whatever extension.
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\.|$)/i

/** A name as it may be stored, shown and downloaded: no path, no tricks, never empty, at most 240 bytes. */
export function cleanFileName(name: string | null): string {
  const last = plainName((name ?? '').slice(-MOST_CHARACTERS).toWellFormed())
  const plain = last
    .normalize('NFC')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .replace(/\s+/g, ' ')
  const safe = RESERVED.test(plain) ? `_${plain}` : plain
  return shorten(safe) || FALLBACK
}

/** A clean name that ends as its content says, so that a double click opens what was looked at. */
export function fileNameFor(
  name: string | null,
  type: Pick<ContentType, 'mimeType' | 'kind' | 'extension'>,
): string {
  const clean = cleanFileName(name)
  const said = extensionOf(clean)
  if (type.extension === null) {
    return type.kind !== 'active' && said && isRunnableExtension(said) ? shorten(clean, '.bin') : clean
  }
  if (said && fits(said, type)) return clean
  const stem = said && KNOWN.has(said) ? clean.slice(0, -said.length - 1) : clean
  return shorten(stem, `.${type.extension}`)
}

/** Lower case, without the dot; null where there is none. */
export function extensionOf(name: string): string | null {
  return /[^.]\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? null
}

const TEXTS = [
  'txt',
  'text',
  'log',
  'md',
  'tsv',
  'yml',
  'yaml',
  'ini',
  'conf',
  'srt',
  'vtt',
  'sql',
  'tex',
  'eml',
]

/** Other endings of the same thing. */
const ALSO: Record<string, readonly string[]> = {
  'image/jpeg': ['jpeg', 'jpe', 'jfif'],
  'image/tiff': ['tiff'],
  'image/apng': ['apng'],
  'audio/ogg': ['oga', 'opus'],
  'audio/mp4': ['mp4', 'm4b', 'aac'],
  'video/mp4': ['m4v', 'mov'],
  'video/quicktime': ['qt'],
  'video/3gpp': ['3gpp'],
  'text/plain': TEXTS,
  'text/html': ['htm', 'xhtml'],
  'application/zip': ['kmz', 'cbz'],
}

const KNOWN = new Set<string>([
  ...supportedExtensions,
  ...Object.values(ALSO).flat(),
  ...['doc', 'xls', 'ppt', 'txt', 'csv', 'json', 'html', 'svg', 'js', 'bat'],
])

function fits(said: string, { mimeType, extension }: Pick<ContentType, 'mimeType' | 'extension'>): boolean {
  return said === extension || (ALSO[mimeType]?.includes(said) ?? false)
}

/** Cut in its stem, by whole characters, so that its end stays. */
function shorten(name: string, end = ''): string {
  const said = end === '' ? extensionOf(name) : null
  const tail = said ? name.slice(-said.length - 1) : end
  const characters = [...(said ? name.slice(0, -tail.length) : name).slice(0, MAX_BYTES + 1)]
  while (Buffer.byteLength(characters.join('') + tail) > MAX_BYTES) characters.pop()
  return characters.join('') + tail
}
