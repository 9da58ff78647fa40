import type {
  SendBlame,
  SendError,
  SendOutcome,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/send-content'
import { describeError, inWords } from '../errors/describe-error.ts'
import { findError } from '../errors/find-error.ts'
import { refusedMessage } from '../errors/refused-message.ts'
import { automaticRetry } from '../errors/retry.ts'
import { GraphError, GraphUnreachable } from './graph-error.ts'

type Failed = Exclude<SendOutcome, { outcome: 'sent' }>

/**
 * Which of the three outcomes a failed send was. By Meta's code alone where there is one: HTTP statuses and
 * titles vary. What came without an answer that can be read may have gone out.
 *
 * @param attempt how many attempts were made, from 1
 * @param now     from when a wait counts that binds people too
 */
export function sendFailure(failure: unknown, attempt = 1, now = new Date()): Failed {
  if (failure instanceof GraphUnreachable) {
    const error = inWords('graph_unreachable', null, failure.message)
    return failure.wasSent ? { outcome: 'unknown', error } : tryAgain(error, 'provider')
  }
  if (!(failure instanceof GraphError)) {
    return { outcome: 'unknown', error: inWords('answer_unreadable', null, null) }
  }
  const detail = failure.details ?? failure.message
  if (failure.code === null) return withoutCode(failure.httpStatus, detail)

  if (isMediaGone(failure.code, detail)) {
    const error = { ...inWords('media_gone', String(failure.code), detail), resend: null }
    return { outcome: 'not_sent', error, retryable: false, retryAfterMs: null }
  }
  const { codes, retry, blame = 'message' } = findError(failure.code)
  const isListed = codes.length > 0
  if (!isListed && failure.httpStatus >= 500) return withoutCode(failure.httpStatus, detail)
  if (!isListed && failure.isTransient) return tryAgain(describeError(failure.code, detail), 'provider')
  const error = refusedMessage(failure.code, detail, now)
  if (retry.kind === 'unknown') return { outcome: 'unknown', error }
  return { outcome: 'not_sent', error, ...automaticRetry(retry, attempt), blame }
}

/**
 * The message names a file that Meta does not have (any more). Meta has no code for it; in its words, "Param
 * image['id'] is not a valid whatsapp business account media attachment ID".
 */
function isMediaGone(code: number, detail: string): boolean {
  return (code === 100 || code === 131009) && /media attachment id/i.test(detail)
}

export function needsReauthorisation(failure: unknown): boolean {
  return (
    failure instanceof GraphError && failure.code !== null && findError(failure.code).reauthorise === true
  )
}

/** Whether the same question may be answered later, with nothing changed by anybody. */
export function isPassing(failure: unknown): boolean {
  if (failure instanceof GraphUnreachable) return true
  if (!(failure instanceof GraphError)) return false
  const { code, httpStatus, isTransient } = failure
  if (isTransient || httpStatus >= 500 || httpStatus === 429 || httpStatus === 408) return true
  return code !== null && ['backoff', 'after', 'unknown'].includes(findError(code).retry.kind)
}

/** Something between us and Graph answered, or Graph in another form than its own. */
function withoutCode(httpStatus: number, detail: string): Failed {
  if (httpStatus >= 500 || httpStatus === 408) {
    return { outcome: 'unknown', error: inWords('meta_trouble', null, detail) }
  }
  if (httpStatus === 429) return tryAgain(inWords('rate_limited', null, detail), 'rate')
  const error = inWords('refused_by_meta', null, detail)
  // Without one of Meta's codes: somebody between us and Graph does not let us through.
  const blame = httpStatus === 401 || httpStatus === 403 ? 'account' : 'message'
  return { outcome: 'not_sent', error, retryable: false, retryAfterMs: null, blame }
}

function tryAgain(error: SendError, blame: SendBlame): Failed {
  return { outcome: 'not_sent', error, retryable: true, retryAfterMs: null, blame }
}
