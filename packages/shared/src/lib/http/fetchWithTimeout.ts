export type FetchWithTimeoutInit = RequestInit & { timeoutMs?: number }

const DEFAULT_TIMEOUT_MS = 15_000

export class FetchTimeoutError extends Error {
  override name = 'FetchTimeoutError'
  readonly timeoutMs: number
  readonly url: string

  constructor(timeoutMs: number, url: string) {
    super(`No answer from ${new URL(url).host} within ${timeoutMs} ms.`)
    this.timeoutMs = timeoutMs
    this.url = url
  }
}

/** Default 15 s. Throws `FetchTimeoutError`; a caller's own `signal` still aborts as usual. */
export async function fetchWithTimeout(
  input: string | URL | Request,
  init: FetchWithTimeoutInit = {},
): Promise<Response> {
  const { timeoutMs = DEFAULT_TIMEOUT_MS, signal, ...rest } = init
  const timeout = AbortSignal.timeout(timeoutMs)
  try {
    return await fetch(input, { ...rest, signal: signal ? AbortSignal.any([signal, timeout]) : timeout })
  } catch (error) {
    if (!timeout.aborted || signal?.aborted) throw error
    throw new FetchTimeoutError(timeoutMs, input instanceof Request ? input.url : String(input))
  }
}
