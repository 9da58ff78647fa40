import { createLogger } from '@open-mercato/shared/lib/logger'
import type { SendOutcome } from '../../adapter/send-content.ts'
import { describeFailure } from '../../describe-failure.ts'

const logger = createLogger('communication_channels.outbox')

/** Nothing has left yet, so this is never `unknown`. */
export function notSent(
  code: string,
  message: string,
  retryable: boolean,
  action: string | null = null,
): SendOutcome {
  return { outcome: 'not_sent', error: { code, message, action }, retryable, retryAfterMs: null }
}

export function notPrepared(error: unknown, messageId?: string): SendOutcome {
  logger.error('messages could not be prepared', { messageId, reason: describeFailure(error) })
  return notSent('not_prepared', 'The message could not be prepared for sending.', true)
}
