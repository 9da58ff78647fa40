import { CrudHttpError } from '@open-mercato/shared/lib/crud/errors'

/**
 * A failure somebody can act on: a code for programs, a sentence for people, and what to do.
 * Thrown by operations and commands; the host turns it into the response.
 */
export class ChannelError extends CrudHttpError {
  readonly code: string
  constructor(
    status: number,
    code: string,
    error: string,
    action: string,
    details: Record<string, unknown> = {},
  ) {
    super(status, { error, code, action, ...details })
    this.name = 'ChannelError'
    this.code = code
  }
}

/** Also what another tenant's id gets: whether it exists elsewhere is nobody's business. */
export function notFound(what: string): ChannelError {
  return new ChannelError(
    404,
    'not_found',
    `This ${what} does not exist.`,
    'Check the link, or go back to the list.',
  )
}

export function providerMissing(): ChannelError {
  return new ChannelError(
    422,
    'provider_missing',
    'The provider of this channel is not installed.',
    'Install it.',
  )
}

export function phoneInvalid(): ChannelError {
  const sentence = 'This is no whole phone number.'
  const action = 'Write it with its country code, as +48 601 234 567.'
  return new ChannelError(422, 'phone_invalid', sentence, action, { fieldErrors: { phone: sentence } })
}

/** A key that was used before, for something else: nothing is done for either again. */
export function idempotencyConflict(what: 'message' | 'batch' | 'consent'): ChannelError {
  return new ChannelError(
    409,
    'idempotency_conflict',
    `This Idempotency-Key was used for another ${what}.`,
    `Use a new key for every ${what}.`,
  )
}
