import { FetchTimeoutError, fetchWithTimeout } from '@open-mercato/shared/lib/http/fetchWithTimeout'
import type { GraphAccess } from '../credentials.ts'
import { graphUrl } from '../provider.ts'
import { GraphUnreachable, readGraphError } from './graph-error.ts'

/** Shorter than the outbox's lease, so that a slow answer is not taken for a dead sender. */
const TIMEOUT_MS = 20_000

/**
 * One call to Graph.
 *
 * @param path below the version, with its query
 * @throws GraphError where Graph refuses, GraphUnreachable where no answer comes
 */
export async function callGraph(
  access: GraphAccess,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
): Promise<unknown> {
  const url = `${graphUrl()}/${access.apiVersion}/${path}`
  let response: Response
  try {
    response = await fetchWithTimeout(url, {
      method,
      timeoutMs: TIMEOUT_MS,
      headers: {
        authorization: `Bearer ${access.accessToken}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      redirect: 'error',
    })
  } catch (error) {
    throw unreachable(error)
  }
  const text = await response.text().catch((error) => {
    throw unreachable(error)
  })
  const answer = parseJson(text)
  if (!response.ok) throw readGraphError(response.status, answer)
  return answer
}

/** These happen before a connection stands, so nothing was sent. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])

function unreachable(error: unknown): GraphUnreachable {
  if (error instanceof FetchTimeoutError) return new GraphUnreachable('Meta did not answer in time.', true)
  const cause = error instanceof Error ? (error.cause as { code?: string } | undefined) : undefined
  const neverSent = cause?.code !== undefined && NEVER_SENT.has(cause.code)
  return new GraphUnreachable('Meta could not be reached.', !neverSent)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
