import type { MessageContent } from '../../world/message.ts'
import { type MediaKind, mediaKinds } from './media-kinds.ts'

type Path = (string | number)[]

/** A file that a message names, and where in the request it stands: by the id of an upload, or by its address. */
export type MediaReference = { kind: MediaKind; path: Path; isVoice: boolean } & (
  | { id: string }
  | { link: string }
)

/** Every file in a content: the message's own, those of headers, and those of cards. */
export function mediaIn(content: MessageContent): MediaReference[] {
  if (content.type === 'text') return []
  if (content.type === 'template') return found(content.components, ['template', 'components'])
  return found({ [content.type]: content.payload }, [])
}

export function sourceOf(reference: MediaReference): string {
  return 'id' in reference ? reference.id : reference.link
}

function found(value: unknown, path: Path): MediaReference[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => found(item, [...path, index]))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const place = [...path, key]
    return isKind(key) && isObject(inner) ? referenceOf(key, inner, place) : found(inner, place)
  })
}

function referenceOf(kind: MediaKind, file: Record<string, unknown>, path: Path): MediaReference[] {
  const isVoice = file.voice === true
  if (file.id !== undefined) return [{ kind, path: [...path, 'id'], isVoice, id: String(file.id) }]
  if (typeof file.link === 'string') return [{ kind, path: [...path, 'link'], isVoice, link: file.link }]
  return []
}

function isKind(key: string): key is MediaKind {
  return Object.hasOwn(mediaKinds, key)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
