import { ChannelError } from '@open-mercato/communication-channels/modules/communication_channels/lib/errors'
import { inWords } from '../errors/describe-error.ts'
import { findError } from '../errors/find-error.ts'
import type { ErrorName } from '../errors/known-error.ts'
import { GraphError, GraphUnreachable } from './graph-error.ts'

/** Meta asked the address for its challenge, and it did not come back. */
const CALLBACK_NOT_CONFIRMED = 2200

/** Which field of a form an error is about. */
const FIELDS: Partial<Record<ErrorName, string>> = {
  pin_wrong: 'pin',
  pin_tried_too_often: 'pin',
  verification_code_problem: 'code',
}

/**
 * What Meta said to somebody who changes a number or an account, as an answer to them. Meta's own sentence goes with
 * it: for a wrong parameter it is all that tells which.
 */
export function managementFailure(failure: unknown): unknown {
  if (failure instanceof GraphUnreachable) return refusal(503, 'graph_unreachable', null)
  if (!(failure instanceof GraphError)) {
    const isUnreadable = failure instanceof Error && failure.name === 'ZodError'
    return isUnreadable ? refusal(502, 'answer_unreadable', null) : failure
  }
  const detail = failure.details ?? failure.message
  if (failure.code === null) {
    return refusal(
      failure.httpStatus >= 500 ? 503 : 422,
      failure.httpStatus >= 500 ? 'meta_trouble' : 'refused_by_meta',
      detail,
    )
  }
  if (failure.code === CALLBACK_NOT_CONFIRMED) return refusal(422, 'webhook_not_confirmed', detail)
  const { error } = findError(failure.code)
  // Said of a message elsewhere; here it is a setting that Meta does not take.
  return refusal(422, error === 'message_invalid' ? 'setting_refused' : error, detail)
}

function refusal(status: number, name: ErrorName, detail: string | null): ChannelError {
  const { message, action } = inWords(name, null, null)
  const field = FIELDS[name]
  return new ChannelError(status, name, message, action, {
    ...(detail ? { detail } : {}),
    ...(field ? { fieldErrors: { [field]: message } } : {}),
  })
}
