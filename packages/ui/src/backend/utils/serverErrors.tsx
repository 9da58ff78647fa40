export type CrudFormError = Error & {
  fieldErrors?: Record<string, string>
  status?: number
  details?: unknown
}

export type NormalizedCrudServerError = {
  message?: string
  fieldErrors?: Record<string, string>
  details?: unknown
  status?: number
  raw?: unknown
}

/** The error a form understands: a sentence, and per field the sentence that belongs beside it. */
export function createCrudFormError(
  message: string,
  fieldErrors?: Record<string, string>,
  extra: { status?: number; details?: unknown } = {},
): CrudFormError {
  return Object.assign(new Error(message), {
    ...(fieldErrors ? { fieldErrors } : {}),
    ...(extra.status === undefined ? {} : { status: extra.status }),
    ...(extra.details === undefined ? {} : { details: extra.details }),
  })
}

/** Turns a response with an error status into a thrown `CrudFormError`; its `details` are the whole body. */
export async function raiseCrudError(response: Response, fallback?: string): Promise<never> {
  const body = await readBody(response)
  const { message, fieldErrors } = normalizeCrudServerError(body)
  throw createCrudFormError(message ?? fallback ?? `HTTP ${response.status}`, fieldErrors, {
    status: response.status,
    details: body,
  })
}

export function mapCrudServerErrorToFormErrors(error: unknown): {
  message?: string
  fieldErrors?: Record<string, string>
} {
  const { message, fieldErrors } = normalizeCrudServerError(error)
  return { ...(message ? { message } : {}), ...(fieldErrors ? { fieldErrors } : {}) }
}

/** Reads an Error, a response body or a text; whatever it is, the answer has the same shape. */
export function normalizeCrudServerError(error: unknown): NormalizedCrudServerError {
  if (typeof error === 'string') return { message: error, raw: error }
  if (typeof error !== 'object' || error === null) return { raw: error }
  const source = error as Record<string, unknown>
  const message = [source.error, source.message].find((text) => typeof text === 'string' && text)
  return {
    ...(message ? { message: message as string } : {}),
    ...(isSentenceMap(source.fieldErrors) ? { fieldErrors: source.fieldErrors } : {}),
    ...(source.details === undefined ? {} : { details: source.details }),
    ...(typeof source.status === 'number' ? { status: source.status } : {}),
    raw: error,
  }
}

function isSentenceMap(value: unknown): value is Record<string, string> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).length > 0 &&
    Object.values(value).every((text) => typeof text === 'string')
  )
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text()
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
