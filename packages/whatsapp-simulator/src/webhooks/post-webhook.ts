import { signWebhook } from '../signature.ts'
import type { DeliveryAttempt } from '../world/delivery.ts'

const TIMEOUT_MS = 10_000

/** One try. Never throws: what went wrong is in the attempt. */
export async function postWebhook(
  url: string,
  body: string,
  appSecret: string,
  at: string,
  stop: AbortSignal,
): Promise<DeliveryAttempt> {
  const startedAt = performance.now()
  const spent = () => Math.round(performance.now() - startedAt)
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      redirect: 'manual',
      signal: AbortSignal.any([stop, AbortSignal.timeout(TIMEOUT_MS)]),
      headers: {
        'Content-Type': 'application/json',
        'User-Agent': 'facebookexternalua',
        'X-Hub-Signature-256': signWebhook(body, appSecret),
      },
    })
    // Unread bodies hold their connection.
    await response.arrayBuffer()
    return { at, httpStatus: response.status, error: null, milliseconds: spent() }
  } catch (error) {
    return { at, httpStatus: null, error: reasonOf(error), milliseconds: spent() }
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed'
  if (error.name === 'TimeoutError') return `no answer within ${TIMEOUT_MS / 1000} s`
  const cause = error.cause as NodeJS.ErrnoException | undefined
  return cause?.code === 'ECONNREFUSED' ? 'connection refused' : (cause?.code ?? error.message)
}
