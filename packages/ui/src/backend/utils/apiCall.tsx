import { raiseCrudError } from './serverErrors.tsx'

export type ApiCallOptions<T> = { parse?: (response: Response) => Promise<T | null>; fallback?: T | null }

export type ApiCallResult<T> = {
  ok: boolean
  status: number
  result: T | null
  response: Response
  cacheStatus: string | null
}

export type ApiCallOrThrowOptions<T> = ApiCallOptions<T> & { errorMessage?: string }

export type ReadApiResultOrThrowOptions<T> = ApiCallOrThrowOptions<T> & {
  allowNullResult?: boolean
  emptyResultMessage?: string
}

/** The shell listens for this to send a person whose session has ended to the sign-in page. */
export const SESSION_ENDED_DOM_NAME = 'om:session-ended'

const scopedHeaders: Record<string, string>[] = []

/** Every call started inside `run` carries these headers too. */
export async function withScopedApiRequestHeaders<R>(
  headers: Record<string, string>,
  run: () => Promise<R>,
): Promise<R> {
  scopedHeaders.push(headers)
  try {
    return await run()
  } finally {
    scopedHeaders.splice(scopedHeaders.indexOf(headers), 1)
  }
}

/**
 * Calls the product's own API. Does not throw on an HTTP error status: look at `ok` and `status`; a body
 * that is not JSON reads as null. Throws only where the network fails.
 *
 * @example const { ok, result } = await apiCall<{ items: Channel[] }>('/api/communication_channels/channels')
 */
export async function apiCall<T = Record<string, unknown>>(
  input: string | URL | Request,
  init: RequestInit = {},
  options: ApiCallOptions<T> = {},
): Promise<ApiCallResult<T>> {
  const headers = new Headers(init.headers)
  for (const scoped of scopedHeaders) {
    for (const [name, value] of Object.entries(scoped)) headers.set(name, value)
  }
  if (typeof init.body === 'string' && !headers.has('content-type')) {
    headers.set('content-type', 'application/json')
  }
  const response = await fetch(input, { credentials: 'same-origin', ...init, headers })
  if (response.status === 401) window.dispatchEvent(new CustomEvent(SESSION_ENDED_DOM_NAME))
  const parse = options.parse ?? readJson<T>
  const result = (await parse(response.clone())) ?? options.fallback ?? null
  return {
    ok: response.ok,
    status: response.status,
    result,
    response,
    cacheStatus: response.headers.get('x-cache'),
  }
}

/** As `apiCall`, but an HTTP error status throws a `CrudFormError` with the server's own sentence. */
export async function apiCallOrThrow<T = Record<string, unknown>>(
  input: string | URL | Request,
  init?: RequestInit,
  options: ApiCallOrThrowOptions<T> = {},
): Promise<ApiCallResult<T>> {
  const call = await apiCall<T>(input, init, options)
  if (!call.ok) await raiseCrudError(call.response, options.errorMessage)
  return call
}

export async function readApiResultOrThrow<T>(
  input: string | URL | Request,
  init?: RequestInit,
  options: ReadApiResultOrThrowOptions<T> = {},
): Promise<T> {
  const { result } = await apiCallOrThrow<T>(input, init, options)
  if (result === null && !options.allowNullResult) {
    throw new Error(options.emptyResultMessage ?? options.errorMessage ?? 'The server sent an empty answer.')
  }
  return result as T
}

async function readJson<T>(response: Response): Promise<T | null> {
  const text = await response.text()
  if (!text) return null
  try {
    return JSON.parse(text) as T
  } catch {
    return null
  }
}
