import { MediaError } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/media'
import { describeError, inWords } from '../errors/describe-error.ts'
import { findError } from '../errors/find-error.ts'
import type { ErrorName } from '../errors/known-error.ts'
import { GraphError, GraphUnreachable } from '../graph/graph-error.ts'
import { AddressUntrusted, BytesInterrupted, BytesRefused, BytesTooMany } from './bytes-failure.ts'

const MINUTE_MS = 60_000

/**
 * A file that Meta does not know may appear a moment later, so it is asked for again; ids from webhooks are good for
 * seven days, and after those the hub gives up.
 */
const UNKNOWN_AGAIN_MS = 60 * MINUTE_MS
/** Nothing works until somebody has entered a new token, and then everything does. */
const CREDENTIALS_AGAIN_MS = 30 * MINUTE_MS

/** What came of asking for a file, in the hub's terms. */
export function downloadFailure(failure: unknown): MediaError {
  if (failure instanceof MediaError) return failure
  if (failure instanceof BytesTooMany) return mediaError('too_large', false)
  if (failure instanceof AddressUntrusted) return mediaError('media_address_untrusted', false)
  if (failure instanceof BytesInterrupted) return mediaError('media_interrupted', true)
  if (failure instanceof GraphUnreachable) return mediaError('graph_unreachable', true)
  if (failure instanceof BytesRefused) return refusedBytes(failure)
  if (failure instanceof GraphError) return refusedId(failure)
  return mediaError('answer_unreadable', true)
}

/** What came of handing a file over. */
export function uploadFailure(failure: unknown): MediaError {
  if (failure instanceof MediaError) return failure
  if (failure instanceof GraphUnreachable) return mediaError('graph_unreachable', true)
  if (!(failure instanceof GraphError)) return mediaError('answer_unreadable', true)
  const { code, httpStatus } = failure
  if (code === null) return httpStatus === 413 ? mediaError('file_refused', false) : withoutCode(httpStatus)
  // Meta has no word of its own for a file it does not take: it is a wrong parameter.
  if (code === 100 || code === 131009) return mediaError('file_refused', false)
  const { retry } = findError(code)
  const { code: name, message, action } = describeError(code, null)
  // Uploading twice harms nobody, so what may or may not have worked is done again.
  const retryable = ['backoff', 'after', 'unknown'].includes(retry.kind) || failure.isTransient
  return new MediaError(name, message, {
    action,
    retryable,
    retryAfterMs: retry.kind === 'after' ? retry.ms : null,
  })
}

function refusedBytes({ httpStatus, hadToken }: BytesRefused): MediaError {
  if (httpStatus === 401 || httpStatus === 403 || httpStatus === 404 || httpStatus === 410) {
    // The address was five minutes old, or the token was. A new address tells.
    return mediaError(hadToken ? 'media_address_expired' : 'media_address_closed', true)
  }
  return withoutCode(httpStatus)
}

function refusedId({ code, httpStatus, isTransient }: GraphError): MediaError {
  // Meta says "does not exist" as a wrong parameter; its subcode 33 comes here as a code of its own.
  if (httpStatus === 404 || httpStatus === 410 || code === 33 || code === 100) {
    return mediaError('media_gone', true, UNKNOWN_AGAIN_MS)
  }
  if (code === null) return withoutCode(httpStatus)
  const known = findError(code)
  const { code: name, message, action } = describeError(code, null)
  if (known.reauthorise) {
    return new MediaError(name, message, { action, retryable: true, retryAfterMs: CREDENTIALS_AGAIN_MS })
  }
  const { kind } = known.retry
  const retryable = kind === 'backoff' || kind === 'after' || kind === 'unknown' || isTransient
  const retryAfterMs = known.retry.kind === 'after' ? known.retry.ms : null
  return new MediaError(name, message, { action, retryable, retryAfterMs })
}

function withoutCode(httpStatus: number): MediaError {
  if (httpStatus === 429) return mediaError('rate_limited', true)
  if (httpStatus === 401) return mediaError('access_token_invalid', true, CREDENTIALS_AGAIN_MS)
  return httpStatus >= 500 || httpStatus === 408
    ? mediaError('meta_trouble', true)
    : mediaError('refused_by_meta', false)
}

/** The size of the hub's own making keeps the hub's name. */
export function mediaError(
  name: ErrorName | 'too_large',
  retryable: boolean,
  retryAfterMs: number | null = null,
): MediaError {
  const { message, action } = inWords(name === 'too_large' ? 'file_too_large' : name, null, null)
  return new MediaError(name, message, { action, retryable, retryAfterMs })
}
