import { fileTypeFromBuffer } from 'file-type'
import { activeTextType, isProgram } from './active-content.ts'
import { textOf } from './text-content.ts'

export type FileKind = 'image' | 'video' | 'audio' | 'document' | 'active' | 'unknown'

export interface ContentType {
  /** Without parameters. */
  mimeType: string
  kind: FileKind
  /** What such a file is called at its end; null where nobody knows. */
  extension: string | null
}

const UNKNOWN: ContentType = { mimeType: 'application/octet-stream', kind: 'unknown', extension: null }

/** One name for one thing: as providers and browsers call it. */
const USUAL_TYPES: Record<string, { mimeType: string; extension?: string }> = {
  'audio/x-m4a': { mimeType: 'audio/mp4' },
  'audio/ogg': { mimeType: 'audio/ogg', extension: 'ogg' },
  'application/ogg': { mimeType: 'audio/ogg', extension: 'ogg' },
  'video/x-m4v': { mimeType: 'video/mp4', extension: 'mp4' },
  'video/matroska': { mimeType: 'video/x-matroska' },
  'image/apng': { mimeType: 'image/apng', extension: 'png' },
}

/** Old office files are one container; which program wrote it, the name has to say. */
const OFFICE_TYPES: Record<string, string> = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  msg: 'application/vnd.ms-outlook',
  msi: 'application/x-msi',
}

/** Among texts that do nothing, the name may say which it is. */
const TEXT_TYPES: Record<string, string> = {
  csv: 'text/csv',
  json: 'application/json',
  xml: 'application/xml',
  ics: 'text/calendar',
  vcf: 'text/vcard',
}

/**
 * What a file is by its content. The name only chooses among kinds that its content leaves open.
 *
 * @param saidExtension lower case, without the dot; null where the name has none
 */
export async function contentTypeOf(bytes: Uint8Array, saidExtension: string | null): Promise<ContentType> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (!found || found.mime === 'application/xml' || found.mime.startsWith('text/')) {
    return textTypeOf(bytes, saidExtension)
  }
  const bare = found.mime.split(';')[0]!
  const { mimeType, extension } = { extension: found.ext as string, mimeType: bare, ...USUAL_TYPES[bare] }
  if (mimeType === 'application/x-cfb') return officeTypeOf(saidExtension)
  return { mimeType, extension, kind: isProgram(mimeType) ? 'active' : kindOf(mimeType) }
}

function kindOf(mimeType: string): FileKind {
  const family = mimeType.split('/')[0]!
  return family === 'image' || family === 'video' || family === 'audio' ? family : 'document'
}

function officeTypeOf(saidExtension: string | null): ContentType {
  const mimeType = saidExtension ? OFFICE_TYPES[saidExtension] : undefined
  if (!mimeType) return { mimeType: 'application/x-cfb', kind: 'document', extension: null }
  return { mimeType, extension: saidExtension, kind: isProgram(mimeType) ? 'active' : 'document' }
}

function textTypeOf(bytes: Uint8Array, saidExtension: string | null): ContentType {
  const text = bytes.byteLength === 0 ? null : textOf(bytes)
  if (text === null) return UNKNOWN
  const active = activeTextType(text, saidExtension)
  if (active)
    return { mimeType: active, kind: 'active', extension: ACTIVE_EXTENSIONS[active] ?? saidExtension }
  const mimeType = saidExtension ? TEXT_TYPES[saidExtension] : undefined
  return mimeType
    ? { mimeType, kind: 'document', extension: saidExtension }
    : { mimeType: 'text/plain', kind: 'document', extension: 'txt' }
}

const ACTIVE_EXTENSIONS: Record<string, string> = { 'image/svg+xml': 'svg', 'text/html': 'html' }
