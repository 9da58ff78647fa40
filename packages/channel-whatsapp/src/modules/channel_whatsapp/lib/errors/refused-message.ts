import { type DescribedError, describeError } from './describe-error.ts'
import { findError } from './find-error.ts'
import { resendRule } from './retry.ts'

/** Why a message was refused, and what follows from it. */
export interface RefusedMessage extends DescribedError {
  resend: string | null
  endsConsent?: 'marketing'
}

/**
 * @param detail    Meta's own sentence
 * @param refusedAt a wait before the next attempt counts from then
 */
export function refusedMessage(code: number, detail: string | null, refusedAt: Date): RefusedMessage {
  const { retry, endsConsent } = findError(code)
  return {
    ...describeError(code, detail),
    resend: resendRule(retry, refusedAt),
    ...(endsConsent ? { endsConsent } : {}),
  }
}
