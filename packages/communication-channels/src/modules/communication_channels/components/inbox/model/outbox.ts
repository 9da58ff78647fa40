import type { SendableContent, SentContent } from './message.ts'

/**
 * One wish to send something, from the keystroke to the server's answer.
 *
 * - `sending`: the request is on its way. It carries `key` as its idempotency key.
 * - `refused`: the server said no, with a reason; nothing was sent.
 * - `unanswered`: no answer came (offline, time-out, page closed meanwhile). It may have been accepted, so trying again
 *   reuses `key`: the server then answers with the message it already has instead of sending a second one.
 *
 * - `accepted`: the server made a message of it, `messageId`. The attempt stays until that message is on screen, so that
 *   nothing flickers in between, and is then discarded.
 */
export type Attempt<Content extends AttemptContent = SentContent> = {
  key: string
  conversationId: string
  content: Content
  /** The message that this one quotes. */
  replyToMessageId: string | null
  /** When it is to leave; at once unless told. */
  scheduledAt?: string
  createdAt: string
  state: 'sending' | 'refused' | 'unanswered' | 'accepted'
  messageId: string | null
  problem: AttemptProblem | null
}

type ReactionRequest = Extract<SendableContent, { type: 'reaction' }>
/** What becomes a bubble, as it will be kept, or a reaction, which shows on the message it is about. */
export type AttemptContent = SentContent | ReactionRequest
export type AnyAttempt = Attempt<AttemptContent>
export type NewAttempt = Omit<AnyAttempt, 'state' | 'messageId' | 'problem'>

export type AttemptProblem = { code: string; message: string; action: string | null }

export type OutboxChange =
  | { type: 'started'; attempt: NewAttempt }
  | { type: 'retried'; key: string }
  | { type: 'refused' | 'unanswered'; key: string; problem: AttemptProblem }
  | { type: 'accepted'; key: string; messageId: string }
  | { type: 'discarded'; key: string }

export function changeOutbox(attempts: AnyAttempt[], change: OutboxChange): AnyAttempt[] {
  switch (change.type) {
    case 'started':
      return [...attempts, { ...change.attempt, state: 'sending', messageId: null, problem: null }]
    case 'retried':
      return update(attempts, change.key, { state: 'sending', problem: null })
    case 'refused':
    case 'unanswered':
      return update(attempts, change.key, { state: change.type, problem: change.problem })
    case 'accepted':
      return update(attempts, change.key, { state: 'accepted', messageId: change.messageId })
    case 'discarded':
      return attempts.filter((attempt) => attempt.key !== change.key)
  }
}

function update(attempts: AnyAttempt[], key: string, change: Partial<AnyAttempt>): AnyAttempt[] {
  return attempts.map((attempt) => (attempt.key === key ? { ...attempt, ...change } : attempt))
}

/**
 * The outbox after the page was closed and opened again: whatever was on its way has no answer any more. A reaction is
 * not worth asking about: what became of it shows on its message.
 */
export function afterReload(attempts: AnyAttempt[]): AnyAttempt[] {
  const open = attempts.filter((attempt) => attempt.state !== 'accepted' && !isReaction(attempt))
  return open.map((attempt) =>
    attempt.state === 'sending'
      ? { ...attempt, state: 'unanswered', problem: { code: 'interrupted', message: '', action: null } }
      : attempt,
  )
}

export function isReaction(attempt: AnyAttempt): attempt is Attempt<ReactionRequest> {
  return attempt.content.type === 'reaction'
}

export function isBubble(attempt: AnyAttempt): attempt is Attempt {
  return !isReaction(attempt)
}

/** What is asked of the server for one message. */
export type SendRequest = { content: SendableContent; replyToMessageId: string | null } & SendTerms

/** When it is to leave, at once unless told, and what goes out in its place where its form is refused. */
export type SendTerms = { scheduledAt?: string; fallbackText?: string }

/** Whether two requests would be the same message, so that a repeated wish keeps its idempotency key. */
export function isSameRequest(a: SendRequest, b: SendRequest): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
