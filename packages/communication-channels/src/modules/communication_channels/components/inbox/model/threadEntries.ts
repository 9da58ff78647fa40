import type { Message } from './message.ts'
import type { Attempt } from './outbox.ts'
import type { ThreadEntry } from './threadRows.ts'

export type InboxEntry = ThreadEntry &
  ({ kind: 'message'; message: Message } | { kind: 'attempt'; attempt: Attempt })

/** One thread of what the server has and, below it, what this tab still wants to send there. */
export function threadEntries(messages: Message[], attempts: Attempt[], userId: string | null): InboxEntry[] {
  const known = new Set(messages.map((message) => message.id))
  const waiting = attempts.filter((attempt) => !attempt.messageId || !known.has(attempt.messageId))
  return [
    ...messages.filter((message) => !isAhead(message)).map(messageEntry),
    ...waiting.map(
      (attempt): InboxEntry => ({
        kind: 'attempt',
        key: attempt.key,
        direction: 'outbound',
        authorId: userId,
        isNotice: false,
        at: attempt.createdAt,
        attempt,
      }),
    ),
    ...messages.filter(isAhead).map(messageEntry),
  ]
}

/** One that leaves later stands where it will, below all that has happened. */
export function isAhead(message: Message): boolean {
  return message.waiting?.code === 'scheduled'
}

function messageEntry(message: Message): InboxEntry {
  return {
    kind: 'message',
    key: message.id,
    direction: message.direction,
    // What nobody here wrote is told apart by the way it came.
    authorId: message.author?.userId ?? message.origin,
    isNotice: message.content.type === 'system' || message.content.type === 'call',
    at: message.sentAt,
    message,
  }
}
