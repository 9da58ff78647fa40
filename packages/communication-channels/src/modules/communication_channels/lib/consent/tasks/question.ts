import { sql } from '../../db.ts'

/** The idempotency key of whatever message a task sends. */
export function taskMessageKey(taskId: string): string {
  return `consent:${taskId}`
}

/**
 * Messages that put questions, as `first`: a question stands in the ledger at the second in which its message was queued,
 * and within that second a person gets one message of the tasks.
 *
 * @param at when the question was put
 */
export function putsQuestion(at: ReturnType<typeof sql.ref>) {
  return sql<boolean>`(first.sent_at = ${at} and first.idempotency_key like ${taskMessageKey('%')})`
}
