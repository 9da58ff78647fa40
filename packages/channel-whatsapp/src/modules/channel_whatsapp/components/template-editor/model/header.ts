import { type Parts, partOf, withoutPart, withPart } from './parts.ts'

export const HEADER_KINDS = ['NONE', 'TEXT', 'IMAGE', 'VIDEO', 'DOCUMENT', 'LOCATION', 'PRODUCT'] as const
export type HeaderKind = (typeof HEADER_KINDS)[number]
export type HeaderMediaKind = 'IMAGE' | 'VIDEO' | 'DOCUMENT'

export function headerKind(parts: Parts): HeaderKind {
  return partOf(parts, 'HEADER')?.format ?? 'NONE'
}

export function isMediaHeader(kind: HeaderKind): kind is HeaderMediaKind {
  return kind === 'IMAGE' || kind === 'VIDEO' || kind === 'DOCUMENT'
}

/** Another kind of header begins empty: a text is no picture, and a handle belongs to the file of its kind. */
export function setHeaderKind(parts: Parts, kind: HeaderKind): Parts {
  if (kind === headerKind(parts)) return parts
  if (kind === 'NONE') return withoutPart(parts, 'HEADER')
  return withPart(parts, { type: 'HEADER', format: kind, ...(kind === 'TEXT' ? { text: '' } : {}) })
}

/** @param handle of the uploaded sample; null takes it away */
export function setHeaderHandle(parts: Parts, handle: string | null): Parts {
  const header = partOf(parts, 'HEADER')
  if (!header || (handle === null && !headerHandle(parts))) return parts
  const { example: _, ...rest } = header
  return withPart(parts, {
    ...rest,
    ...(handle ? { example: { header_handle: [handle] } } : {}),
  })
}

export function headerHandle(parts: Parts): string | null {
  const example = partOf(parts, 'HEADER')?.example
  return example?.header_handle?.[0] || null
}
