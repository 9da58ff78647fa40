import { z } from 'zod'

/**
 * Meta's error envelope. Only `code` and the details are stable; titles and subcodes change, and whatever else is odd
 * about it must not cost us the code.
 */
export const graphErrorBody = z.object({
  error: z.object({
    code: z.number(),
    message: z.string().catch(''),
    error_subcode: z.number().nullish().catch(null),
    is_transient: z.boolean().nullish().catch(null),
    error_data: z
      .object({ details: z.string().nullish().catch(null) })
      .nullish()
      .catch(null),
  }),
})

/** Graph said no, or could not be understood. */
export class GraphError extends Error {
  override readonly name = 'GraphError'
  /** Meta's code; null where the answer was not in Meta's form. */
  readonly code: number | null
  readonly httpStatus: number
  readonly details: string | null
  /** Meta's own word that another attempt may succeed. */
  readonly isTransient: boolean
  /** All that Graph answered: what a call did for some and not for others stands beside the error. */
  readonly answer: unknown

  constructor(
    httpStatus: number,
    code: number | null,
    message: string,
    details: string | null,
    isTransient = false,
    answer: unknown = null,
  ) {
    super(message)
    this.httpStatus = httpStatus
    this.code = code
    this.details = details
    this.isTransient = isTransient
    this.answer = answer
  }
}

/** No answer came. `wasSent` is false where the request surely never reached Graph. */
export class GraphUnreachable extends Error {
  override readonly name = 'GraphUnreachable'
  readonly wasSent: boolean

  constructor(message: string, wasSent: boolean) {
    super(message)
    this.wasSent = wasSent
  }
}

export function readGraphError(httpStatus: number, body: unknown): GraphError {
  const parsed = graphErrorBody.safeParse(body)
  if (!parsed.success) return new GraphError(httpStatus, null, `Graph answered ${httpStatus}.`, null)
  const { code, message, error_subcode, error_data, is_transient } = parsed.data.error
  // The number is gone, or may not be used any more: Meta says so as a wrong parameter of this subcode.
  const meant = code === 100 && error_subcode === 33 ? 33 : code
  const details = error_data?.details ?? null
  return new GraphError(httpStatus, meant, message, details, is_transient ?? false, body)
}
