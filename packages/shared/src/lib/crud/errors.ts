type ErrorBody = Record<string, unknown>

/** An error that is a response: whoever throws it decides the status and the JSON body. */
export class CrudHttpError extends Error {
  override name = 'CrudHttpError'
  readonly status: number
  readonly body: ErrorBody

  constructor(status: number, body: ErrorBody | string = {}, options?: { cause?: unknown }) {
    const json = typeof body === 'string' ? { error: body } : body
    super(typeof json.error === 'string' ? json.error : `HTTP ${status}`, options)
    this.status = status
    this.body = json
  }
}

export function isCrudHttpError(error: unknown): error is CrudHttpError {
  return error instanceof CrudHttpError
}

export function badRequest(message: string): CrudHttpError {
  return new CrudHttpError(400, { error: message, code: 'bad_request' })
}

export function forbidden(message = 'You are not allowed to do this.'): CrudHttpError {
  return new CrudHttpError(403, { error: message, code: 'forbidden' })
}

export function notFound(message = 'There is nothing here.'): CrudHttpError {
  return new CrudHttpError(404, { error: message, code: 'not_found' })
}

export function conflict(message: string): CrudHttpError {
  return new CrudHttpError(409, { error: message, code: 'conflict' })
}

export function assertFound<T>(value: T | null | undefined, message?: string): T {
  if (value == null) throw notFound(message)
  return value
}

/** PostgreSQL's 23505, wherever in the chain of causes it sits. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { code, constraint: name } = at as Error & { code?: string; constraint?: string }
    if (code === '23505') return !constraint || name === constraint || at.message.includes(`"${constraint}"`)
  }
  return false
}
