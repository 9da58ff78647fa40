import { type RefusedMessage, refusedMessage } from './refused-message.ts'

/** An error as webhooks carry it, in statuses, messages and beside them. */
export interface WebhookError {
  code: number
  title?: string | undefined
  message?: string | undefined
  error_data?: { details?: string | undefined } | undefined
}

/** @param occurredAt when Meta gave up; a wait before the next attempt counts from then */
export function statusError(error: WebhookError, occurredAt: Date): RefusedMessage {
  const detail = error.error_data?.details ?? error.message ?? error.title ?? null
  return refusedMessage(error.code, detail, occurredAt)
}
