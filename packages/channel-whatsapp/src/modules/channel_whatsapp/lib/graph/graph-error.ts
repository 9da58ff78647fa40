import { z } from 'zod'

/** Meta's error envelope. Only `code` and the details are stable; titles and subcodes change. */
export const graphErrorBody = z.object({
  error: z.object({
    message: z.string(),
    code: z.number(),
    error_subcode: z.number().optional(),
    is_transient: z.boolean().optional(),
    error_data: z.looseObject({ details: z.string().optional() }).optional(),
    fbtrace_id: z.string().optional(),
  }),
})

/** Graph said no, or could not be understood. */
export class GraphError extends Error {
  override readonly name = 'GraphError'
  /** Meta's code; null where the answer was not in Meta's form. */
  readonly code: number | null
  readonly httpStatus: number
  readonly details: string | null

  constructor(httpStatus: number, code: number | null, message: string, details: string | null) {
    super(message)
    this.httpStatus = httpStatus
    this.code = code
    this.details = details
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
  const { code, message, error_data } = parsed.data.error
  return new GraphError(httpStatus, code, message, error_data?.details ?? null)
}
