import { randomBytes } from 'node:crypto'
import { knownError } from './error-catalogue.ts'

type ForUser = { title: string; message: string }
type Given = { title?: string; details?: string; subcode?: number; httpStatus?: number; user?: ForUser }

/** An answer in Meta's error envelope. Thrown anywhere below a Graph route; one place turns it into HTTP. */
export class GraphError extends Error {
  readonly code: number
  readonly httpStatus: number
  readonly subcode: number | null
  readonly details: string | null
  readonly title: string
  /** What a person may be shown; templates and other managed things come with it. */
  readonly user: ForUser | null

  constructor(code: number, given: Given = {}) {
    const known = knownError(code)
    const title = given.title ?? known.title
    super(title)
    this.code = code
    this.title = title
    this.details = given.details ?? known.details ?? null
    this.subcode = given.subcode ?? known.subcode ?? null
    this.httpStatus = given.httpStatus ?? known.http ?? 400
    this.user = given.user ?? null
  }
}

// Meta writes these without the `(#code)` in front.
const BARE_MESSAGES = new Set([0, 190, 2500])

export function graphErrorBody(error: GraphError, traceId: string) {
  const { user } = error
  const bare = BARE_MESSAGES.has(error.code) || error.subcode === 33 || (user && error.subcode !== null)
  return {
    error: {
      message: bare ? error.title : `(#${error.code}) ${error.title}`,
      type: error.subcode === 33 ? 'GraphMethodException' : 'OAuthException',
      code: error.code,
      ...(error.details && !bare
        ? { error_data: { messaging_product: 'whatsapp', details: error.details } }
        : {}),
      ...(error.subcode === null ? {} : { error_subcode: error.subcode }),
      ...(user ? { is_transient: false, error_user_title: user.title, error_user_msg: user.message } : {}),
      fbtrace_id: traceId,
    },
  }
}

export function createTraceId(): string {
  return `A${randomBytes(17).toString('base64url')}`.slice(0, 23)
}

/** What is answered when something goes wrong on purpose: by HTTP status, or by a code of Meta's own. */
export function outage(status: number): GraphError {
  if (status === 404)
    return new GraphError(100, { subcode: 33, title: 'Unsupported get request.', httpStatus: 404 })
  return status < 1000
    ? new GraphError(status === 503 ? 2 : 1, { httpStatus: status })
    : new GraphError(status)
}

/** Meta does not say whether a node is missing or merely somebody else's. */
export function unknownNode(method: string, id: string): GraphError {
  return new GraphError(100, {
    subcode: 33,
    title:
      `Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist, ` +
      'cannot be loaded due to missing permissions, or does not support this operation. ' +
      'Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api',
  })
}
