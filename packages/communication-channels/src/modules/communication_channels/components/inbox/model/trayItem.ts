import { limits } from '../composer/limits.ts'
import type { CheckedFile, SendableAs } from './file.ts'
import type { SendableContent } from './message.ts'
import type { AttemptProblem } from './outbox.ts'

export type SendUse = SendableAs['type']

/**
 * A file on its way into a message, from the moment it was chosen.
 *
 * - `waiting`: others are being uploaded first.
 * - `uploading`: `progress` (0 to 1) tells how far; at 1 the server looks at what it got.
 * - `failed`: it is not on the server, `problem` says why. It can be tried again.
 * - `ready`: it is on the server. Whether it may go out is for `standing` to say.
 * - `converting`: the server makes a copy that fits `use`.
 * - `sending`: its message is being asked for. It leaves the tray when there is one, and else is `ready` with a `problem`.
 */
export type TrayItem = {
  key: string
  conversationId: string
  channelId: string
  name: string
  /** In bytes. Null: not known yet. */
  byteSize: number | null
  /** What the browser takes it for, until the server has looked. */
  mimeType: string
  /** Null: fetched from a link, by the server. */
  source: File | null
  /** The file itself, for a preview without the server. */
  localUrl: string | null
  isRecorded: boolean
  /** Goes out as soon as it can, and quotes this message; null: waits for somebody to send it. */
  goesOut: { replyToMessageId: string | null } | null
  stage: 'waiting' | 'uploading' | 'failed' | 'ready' | 'converting' | 'sending'
  progress: number
  original: CheckedFile | null
  converted: { use: SendUse; checked: CheckedFile } | null
  /** As what it is to be sent. */
  use: SendUse | null
  caption: string
  problem: AttemptProblem | null
}

export type NewTrayItem = Omit<
  TrayItem,
  'stage' | 'progress' | 'original' | 'converted' | 'use' | 'caption' | 'problem'
>

/** Whether a file may be sent as what was chosen: at once, after a conversion, or not at all. */
export type Standing =
  | { kind: 'ok'; checked: CheckedFile }
  | { kind: 'convertible' | 'impossible'; problem: SendableAs['problem'] }

export function standing({ original, converted, use }: TrayItem): Standing | null {
  if (!original || !use) return null
  const checked = converted?.use === use ? converted.checked : original
  const entry = checked.as.find(({ type }) => type === use)
  if (entry?.ok) return { kind: 'ok', checked }
  const isConvertible = checked === original && entry?.convertible
  return { kind: isConvertible ? 'convertible' : 'impossible', problem: entry?.problem ?? null }
}

/**
 * What a person who attached this most likely means: what it may be as it is, but rather a converted picture than a
 * picture that arrives as a document. The server names the best first.
 */
export function likelyUse(as: SendableAs[], isRecorded: boolean): SendUse | null {
  if (isRecorded && as.some(({ type }) => type === 'voice')) return 'voice'
  const likely =
    as.find(({ ok, type }) => ok && type !== 'document') ??
    as.find(({ convertible, type }) => convertible && type !== 'sticker') ??
    as.find(({ ok }) => ok) ??
    as[0]
  return likely?.type ?? null
}

const captioned: readonly (SendUse | null)[] = ['image', 'video', 'document']

export function canHaveCaption({ use, goesOut }: TrayItem): boolean {
  return !goesOut && captioned.includes(use)
}

export function isSendable(item: TrayItem): boolean {
  const isShortEnough = item.caption.trim().length <= limits.caption
  return item.stage === 'ready' && standing(item)?.kind === 'ok' && isShortEnough
}

export function isUnderway({ stage }: TrayItem): boolean {
  return stage === 'waiting' || stage === 'uploading' || stage === 'converting'
}

/** On its way without anybody's doing: what is written meanwhile has nothing to do with it. */
export function goesByItself(item: TrayItem): boolean {
  return item.goesOut !== null && (isUnderway(item) || item.stage === 'sending')
}

/**
 * The file of which the text in the composer is the caption: as in any messenger, the one that is alone. Beside
 * several files, and beside one that can have none, the text is a message of its own.
 */
export function captionTaker(items: TrayItem[]): TrayItem | null {
  const [only, ...others] = items
  if (!only || others.length > 0) return null
  return canHaveCaption(only) && !only.caption.trim() ? only : null
}

/** The message of an item that may go out; null for one that may not. */
export function contentOf(item: TrayItem): SendableContent | null {
  const now = standing(item)
  if (now?.kind !== 'ok' || !item.use) return null
  const { id: fileId, name } = now.checked.file
  const media = { fileId }
  const caption = item.caption.trim()
  const words = caption ? { caption } : {}
  switch (item.use) {
    case 'voice':
      return { type: 'audio', media, isVoice: true }
    case 'audio':
    case 'sticker':
      return { type: item.use, media }
    case 'document':
      return { type: 'document', media, ...words, ...(name ? { filename: name } : {}) }
    default:
      return { type: item.use, media, ...words }
  }
}

/** Whether the same file would be refused again: nothing about it changes by itself. */
export function isHopeless({ problem }: TrayItem): boolean {
  return /^(file_(?!unreadable_now)|link_forbidden|link_too_large|http_413)/.test(problem?.code ?? '')
}
