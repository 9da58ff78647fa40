import type { MessageContent } from '../content/message-content.ts'
import type { StatusError } from '../delivery-event.ts'
import type { MessageStatus } from '../status.ts'

/** A row that says something about another message (`lib/content/companions.ts`). */
export interface Companion {
  direction: 'inbound' | 'outbound'
  content: MessageContent
  /** ISO, UTC. */
  at: string
  /** Ours; it follows the order in which things reached us. */
  id: string
  status: MessageStatus | null
  error: StatusError | null
  author: { userId: string; name: string | null } | null
}

export interface Reaction {
  direction: 'inbound' | 'outbound'
  emoji: string
  at: string
  status: MessageStatus | null
  error: StatusError | null
  author: { userId: string; name: string | null } | null
}

export interface CallState {
  state: 'ringing' | 'accepted' | 'missed' | 'rejected' | 'ended'
  durationSeconds: number | null
}

/** The latest reaction of each side; one that was taken back is none. A taking back that failed leaves it standing. */
export function reactionsOf(companions: Companion[]): Reaction[] {
  return (['inbound', 'outbound'] as const).flatMap((direction) => {
    const own = companions.filter((one) => one.direction === direction && one.content.type === 'reaction')
    const last = latest(own.filter((one) => !(one.status === 'failed' && emojiOf(one) === null)))
    const emoji = last && emojiOf(last)
    if (!last || !emoji) return []
    const { at, status, error, author } = last
    return [{ direction, emoji, at, status, error, author }]
  })
}

/**
 * Only who wrote a message can change it, or take it back.
 *
 * @param original what it said first: where only the caption of its file was changed, the file is still that one
 */
export function changesOf(
  direction: 'inbound' | 'outbound',
  companions: Companion[],
  original?: MessageContent,
): { edit: { content: MessageContent; at: string } | null; revokedAt: string | null } {
  const own = companions.filter((one) => one.direction === direction)
  const edit = latest(own.filter((one) => one.content.type === 'edit'))
  const revoke = latest(own.filter((one) => one.content.type === 'revoke'))
  return {
    edit:
      edit?.content.type === 'edit'
        ? { content: withFile(edit.content.content, original), at: edit.at }
        : null,
    revokedAt: revoke?.at ?? null,
  }
}

function withFile(edited: MessageContent, original: MessageContent | undefined): MessageContent {
  if (!original || !('media' in edited) || !('media' in original)) return edited
  const hasFile = edited.media.id !== undefined || edited.media.link !== undefined
  return hasFile ? edited : { ...original, caption: edited.caption }
}

/** How a call stands, from all that was told about it, in whichever order it came. */
export function callStateOf(content: MessageContent, companions: Companion[]): CallState | null {
  if (content.type !== 'call') return null
  const events = [content, ...companions.map((one) => one.content)].filter((one) => one.type === 'call')
  const has = (event: (typeof events)[number]['event']) => events.find((one) => one.event === event)
  const ended = has('ended')
  const durationSeconds = ended?.durationSeconds ?? null
  const isOnRecord = has('recorded') !== undefined || has('transcribed') !== undefined
  if (has('rejected')) return { state: 'rejected', durationSeconds }
  if (ended) {
    const wasTaken = durationSeconds !== null || has('accepted') !== undefined || isOnRecord
    return { state: (ended.isAnswered ?? wasTaken) ? 'ended' : 'missed', durationSeconds }
  }
  if (isOnRecord) return { state: 'ended', durationSeconds }
  return { state: has('accepted') ? 'accepted' : 'ringing', durationSeconds: null }
}

function emojiOf({ content }: Companion): string | null {
  return content.type === 'reaction' ? content.emoji || null : null
}

/** By the provider's time, which is whole seconds; within one, in the order in which things reached us. */
function latest(companions: Companion[]): Companion | undefined {
  return companions.reduce<Companion | undefined>(
    (found, one) => (found && keyOf(found) > keyOf(one) ? found : one),
    undefined,
  )
}

function keyOf({ at, id }: Companion): string {
  return `${at} ${id}`
}
