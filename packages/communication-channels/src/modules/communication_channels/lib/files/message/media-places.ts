import { MEDIA_TYPES, type MediaContent, type MediaSource, type MediaType } from '../../content/media.ts'
import type { OutboundContent } from '../../content/message-content.ts'
import type { MediaUse } from '../sendable/media-rules.ts'

/** Somewhere in a message where a file goes. */
export interface MediaPlace {
  /** As errors name it: `content.media`, `content.cards.0.header.media`. */
  path: string
  use: MediaUse
  source: MediaSource
  /** What the customer will see a document called; null where nothing was said, undefined where it has no name. */
  fileName: string | null | undefined
}

/** What is put into a place. */
export interface MediaFilling {
  media: MediaSource
  fileName?: string
}

type Holder = { type: MediaType; media: KeptMedia; filename?: string; isVoice?: boolean }
type KeptMedia = MediaContent['media']
type Node = Record<string, unknown> | unknown[]

/** Every file of a message: its own, and those of headers and cards. In the order in which they stand in it. */
export function mediaPlaces(content: OutboundContent): MediaPlace[] {
  const found: MediaPlace[] = []
  walk(content, 'content', (holder, path) => {
    found.push({ path: `${path}.media`, ...placeOf(holder) })
    return holder
  })
  return found
}

/** The same message with other files; `fill` gets every place in turn. */
export function replaceMedia(
  content: OutboundContent,
  fill: (place: MediaPlace) => MediaFilling,
): OutboundContent {
  return walk(content, 'content', (holder, path) => {
    const { media, fileName } = fill({ path: `${path}.media`, ...placeOf(holder) })
    return { ...holder, media, ...(fileName === undefined ? {} : { filename: fileName }) }
  }) as OutboundContent
}

function placeOf({ type, media, filename, isVoice }: Holder): Omit<MediaPlace, 'path'> {
  return {
    use: isVoice ? 'voice' : type,
    source: sourceOf(media),
    fileName: type === 'document' ? (filename ?? null) : undefined,
  }
}

function sourceOf({ fileId, id, link }: KeptMedia): MediaSource {
  if (fileId !== undefined) return { fileId }
  return id === undefined ? { link: link ?? '' } : { id }
}

function walk(value: unknown, path: string, change: (holder: Holder, path: string) => Holder): unknown {
  if (!isNode(value)) return value
  if (isHolder(value)) return change(value, path)
  if (Array.isArray(value)) return value.map((one, index) => walk(one, `${path}.${index}`, change))
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      // What a form is opened with, or a card says, is the sender's own data, whatever it looks like.
      HOLDING.has(key) ? walk(one, `${path}.${key}`, change) : one,
    ]),
  )
}

const HOLDING = new Set(['parameters', 'headerObject', 'header', 'cards'])

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null
}

function isHolder(value: Node): value is Node & Holder {
  if (!('media' in value) || !('type' in value)) return false
  return isNode(value.media as Node) && (MEDIA_TYPES as readonly unknown[]).includes(value.type)
}
