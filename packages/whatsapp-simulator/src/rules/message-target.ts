import type { Message, MessageContent } from '../world/message.ts'

const REACTABLE_FOR_MS = 30 * 24 * 60 * 60 * 1000

// These say something about the chat or another message; there is no bubble that an answer could quote.
const NO_BUBBLE: MessageContent['type'][] = ['pin', 'edit', 'revoke', 'system']

/**
 * Why a message (undefined: there is none) cannot be quoted, reacted to or pinned, as the end of a sentence;
 * null when it can.
 */
export function targetObstacle(
  kind: 'context' | 'reaction' | 'pin',
  target: Pick<Message, 'content' | 'sentAt'> | undefined,
  now: number,
): string | null {
  if (!target) return 'does not exist in this chat'
  if (target.content.type === 'reaction') return 'is a reaction itself'
  if (kind === 'context' && NO_BUBBLE.includes(target.content.type)) return 'cannot be quoted'
  if (kind === 'reaction' && now - Date.parse(target.sentAt) > REACTABLE_FOR_MS)
    return 'is older than 30 days'
  return null
}
