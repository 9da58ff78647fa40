import { soundText } from '@open-mercato/communication-channels/modules/communication_channels/lib/sound-text'
import { FetchTimeoutError, fetchWithTimeout } from '@open-mercato/shared/lib/http/fetchWithTimeout'
import type { GraphAccess } from '../credentials.ts'
import { graphUrl } from '../provider.ts'
import { GraphUnreachable, readGraphError } from './graph-error.ts'

/** Shorter than the outbox's lease, so that a slow answer is not taken for a dead sender. */
const TIMEOUT_MS = 20_000

export interface GraphRequest {
  method: 'GET' | 'POST' | 'DELETE'
  /** Below the version where there is one, with its query. */
  path: string
  /** JSON, but a form goes as `multipart/form-data` and bytes as they are. */
  body?: unknown
  headers?: Record<string, string>
  timeoutMs?: number
  /** Graph's with its version, unless Meta has it elsewhere. */
  baseUrl?: string
}

/**
 * One call to Graph.
 *
 * @param path below the version, with its query
 * @throws GraphError where Graph refuses, GraphUnreachable where no answer comes
 */
export function callGraph(
  access: GraphAccess,
  method: GraphRequest['method'],
  path: string,
  body?: unknown,
): Promise<unknown> {
  return requestGraph(access, { method, path, body })
}

/** @throws GraphError, GraphUnreachable */
export async function requestGraph(
  access: GraphAccess,
  { method, path, body, headers, timeoutMs = TIMEOUT_MS, baseUrl }: GraphRequest,
): Promise<unknown> {
  const url = `${baseUrl ?? `${graphUrl()}/${access.apiVersion}`}/${path}`
  let response: Response
  try {
    response = await fetchWithTimeout(url, {
      method,
      timeoutMs,
      headers: { authorization: `Bearer ${access.accessToken}`, ...typeOf(body), ...headers },
      body: bodyOf(body),
      redirect: 'error',
    })
  } catch (error) {
    throw unreachable(error)
  }
  const text = await response.text().catch((error) => {
    throw unreachable(error)
  })
  const answer = parseJson(withoutToken(text, access.accessToken))
  if (!response.ok) throw readGraphError(response.status, answer)
  return answer
}

// A form names its own type, with the boundary of its parts.
function typeOf(body: unknown): Record<string, string> {
  if (body === undefined || body instanceof FormData) return {}
  return { 'content-type': body instanceof Uint8Array ? 'application/octet-stream' : 'application/json' }
}

function bodyOf(body: unknown): FormData | Uint8Array<ArrayBuffer> | string | undefined {
  if (body === undefined || body instanceof FormData) return body
  return body instanceof Uint8Array ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body)
}

/** These happen before a connection stands, so nothing was sent. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])

export function unreachable(error: unknown): GraphUnreachable {
  if (error instanceof FetchTimeoutError) return new GraphUnreachable('Meta did not answer in time.', true)
  const cause = error instanceof Error ? (error.cause as { code?: string } | undefined) : undefined
  const neverSent = cause?.code !== undefined && NEVER_SENT.has(cause.code)
  return new GraphUnreachable('Meta could not be reached.', !neverSent)
}

/** Meta repeats a token that it does not take, and what Meta says is shown. */
function withoutToken(text: string, token: string): string {
  return token === '' ? text : text.replaceAll(token, '…')
}

/** Escapes of a NUL or of half a surrogate pair; whole pairs are written alike. */
const DOUBTFUL_ESCAPE = /\\u(?:0000|d[89a-f])/i

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, DOUBTFUL_ESCAPE.test(text) ? withSoundTexts : undefined)
  } catch {
    return null
  }
}

function withSoundTexts(_: string, value: unknown): unknown {
  return typeof value === 'string' ? soundText(value) : value
}
