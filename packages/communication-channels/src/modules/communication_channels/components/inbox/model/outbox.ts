import type { SendableContent, TemplateContent, TextContent } from './message.ts'

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
export type Attempt = {
  key: string
  conversationId: string
  content: TextContent | TemplateContent
  createdAt: string
  state: 'sending' | 'refused' | 'unanswered' | 'accepted'
  messageId: string | null
  problem: AttemptProblem | null
}

export type AttemptProblem = { code: string; message: string; action: string | null }

export type OutboxChange =
  | { type: 'started'; attempt: Pick<Attempt, 'key' | 'conversationId' | 'content' | 'createdAt'> }
  | { type: 'retried'; key: string }
  | { type: 'refused' | 'unanswered'; key: string; problem: AttemptProblem }
  | { type: 'accepted'; key: string; messageId: string }
  | { type: 'discarded'; key: string }

export function changeOutbox(attempts: Attempt[], change: OutboxChange): Attempt[] {
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

function update(attempts: Attempt[], key: string, change: Partial<Attempt>): Attempt[] {
  return attempts.map((attempt) => (attempt.key === key ? { ...attempt, ...change } : attempt))
}

/** The outbox after the page was closed and opened again: whatever was on its way has no answer any more. */
export function afterReload(attempts: Attempt[]): Attempt[] {
  const open = attempts.filter((attempt) => attempt.state !== 'accepted')
  return open.map((attempt) =>
    attempt.state === 'sending'
      ? { ...attempt, state: 'unanswered', problem: { code: 'interrupted', message: '', action: null } }
      : attempt,
  )
}

/** Whether two contents would be the same message, so that a repeated wish keeps its idempotency key. */
export function isSameContent(a: SendableContent, b: SendableContent): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
