import { type DescribedError, describeError } from './describe-error.ts'
import { findError } from './find-error.ts'
import { resendRule } from './retry.ts'

/** An error as webhooks carry it, in statuses, messages and beside them. */
export interface WebhookError {
  code: number
  title?: string | undefined
  message?: string | undefined
  error_data?: { details?: string | undefined } | undefined
}

/** @param occurredAt when Meta gave up; a wait before the next attempt counts from then */
export function statusError(
  error: WebhookError,
  occurredAt: Date,
): DescribedError & { resend: string | null } {
  const detail = error.error_data?.details ?? error.message ?? error.title ?? null
  const resend = resendRule(findError(error.code).retry, occurredAt)
  return { ...describeError(error.code, detail), resend }
}
