import type { Author, Message, Reaction } from './message.ts'
import { type AnyAttempt, isReaction } from './outbox.ts'

/** The messages with the reactions that this tab has on their way: the last one chosen is the one that shows. */
export function withPendingReactions(
  messages: Message[],
  attempts: AnyAttempt[],
  author: Author | null,
): Message[] {
  const pending = attempts.filter(isReaction).filter((attempt) => attempt.state === 'sending')
  const byMessage = new Map(pending.map((attempt) => [attempt.content.messageId, attempt]))
  if (byMessage.size === 0) return messages
  return messages.map((message) => {
    const attempt = byMessage.get(message.id)
    if (!attempt) return message
    const others = message.reactions.filter((reaction) => reaction.direction === 'inbound')
    const { emoji } = attempt.content
    if (!emoji) return { ...message, reactions: others }
    const own: Reaction = {
      direction: 'outbound',
      emoji,
      at: attempt.createdAt,
      status: 'queued',
      author,
      error: null,
    }
    return { ...message, reactions: [...others, own] }
  })
}
