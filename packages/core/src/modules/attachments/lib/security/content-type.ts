import { activeTypeOf } from './active-content.ts'
import { mimeTypeBySignature } from './content-signatures.ts'
import { getAttachmentExtension } from './file-name.ts'

const BY_EXTENSION: Record<string, string> = {
  txt: 'text/plain',
  csv: 'text/csv',
  json: 'application/json',
  xml: 'application/xml',
  zip: 'application/zip',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
}
const UNKNOWN = 'application/octet-stream'
/** Only content can earn these: a browser shows them in place. */
const EARNED = /^(image|audio|video)\/|^application\/pdf$/i

const INLINE =
  /^(image\/(jpeg|png|gif|webp|avif)|audio\/(mpeg|mp4|aac|ogg|wav|webm|amr|flac)|video\/(mp4|webm|ogg|quicktime|3gpp))$/i

/** By the content; where it tells nothing by the name; what the sender claims comes last, and not for what is shown. */
export function detectAttachmentMimeType(
  buffer: Uint8Array,
  fileName: string,
  clientMimeType?: string | null,
): string {
  const proven = mimeTypeBySignature(buffer) ?? activeTypeOf(buffer, fileName)
  if (proven) return proven
  const byName = BY_EXTENSION[getAttachmentExtension(fileName)]
  if (byName) return byName
  const claimed = (clientMimeType ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  const isUsable = /^[a-z]+\/[a-z0-9][a-z0-9.+-]{0,100}$/.test(claimed) && !EARNED.test(claimed)
  return isUsable ? claimed : UNKNOWN
}

/** Raster pictures, sound and video, which run nothing. */
export function canRenderInlineAttachment(mimeType: string): boolean {
  return INLINE.test(mimeType)
}
