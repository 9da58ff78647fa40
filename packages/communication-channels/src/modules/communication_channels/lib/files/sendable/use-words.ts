import type { MediaUse } from './media-rules.ts'

/** How sentences call what a file is sent as. */
export const USE_WORDS: Record<MediaUse, string> = {
  image: 'a picture',
  video: 'a video',
  audio: 'an audio file',
  voice: 'a voice message',
  document: 'a document',
  sticker: 'a sticker',
}

/** At the beginning of a sentence. */
export function startWith(use: MediaUse): string {
  const words = USE_WORDS[use]
  return words[0]!.toUpperCase() + words.slice(1)
}

const TYPE_WORDS: Record<string, string> = {
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/webp': 'WebP',
  'image/gif': 'GIF',
  'video/mp4': 'MP4',
  'video/3gpp': '3GP',
  'audio/aac': 'AAC',
  'audio/amr': 'AMR',
  'audio/mpeg': 'MP3',
  'audio/mp4': 'M4A',
  'audio/ogg': 'Ogg',
  'application/pdf': 'PDF',
  'application/msword': 'Word',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
  'application/vnd.ms-excel': 'Excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
  'application/vnd.ms-powerpoint': 'PowerPoint',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PowerPoint',
  'text/plain': 'text',
  'text/csv': 'CSV',
}

const CODEC_WORDS: Record<string, string> = { avc: 'H.264', aac: 'AAC', opus: 'Opus' }

/** `JPEG or PNG`. */
export function typesInWords(mimeTypes: readonly string[]): string {
  return inWords(mimeTypes, TYPE_WORDS)
}

/** `H.264`. */
export function codecsInWords(codecs: readonly string[]): string {
  return inWords(codecs, CODEC_WORDS)
}

function inWords(names: readonly string[], known: Record<string, string>): string {
  const words = [...new Set(names.map((name) => known[name] ?? name))]
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}

/** `100 KB`, `4.9 MB`: never more than it is, so that a limit in words is one that is kept. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.floor(bytes / 1024)} KB`
  return `${Math.floor((bytes / 1024 / 1024) * 10) / 10} MB`
}
