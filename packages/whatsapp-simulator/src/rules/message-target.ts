import type { Message } from '../world/message.ts'

const REACTABLE_FOR_MS = 30 * 24 * 60 * 60 * 1000

/** Why a message (undefined: there is none) cannot be reacted to or pinned, as the end of a sentence; null when it can. */
export function targetObstacle(
  kind: 'reaction' | 'pin',
  target: Pick<Message, 'content' | 'sentAt'> | undefined,
  now: number,
): string | null {
  if (!target) return 'does not exist in this chat'
  if (target.content.type === 'reaction') return 'is a reaction itself'
  if (kind === 'reaction' && now - Date.parse(target.sentAt) > REACTABLE_FOR_MS)
    return 'is older than 30 days'
  return null
}
