import { apiCall } from '@open-mercato/ui/backend/utils/apiCall'

const base = '/api/communication_channels'
const patience = 30_000

/** The server's refusal, or its silence (`status` 0: offline, time-out, connection lost). */
export class RequestFailed extends Error {
  readonly status: number
  readonly code: string
  readonly action: string | null

  constructor(status: number, problem: { code?: string; error?: string; action?: string } | null) {
    super(problem?.error ?? '')
    this.name = 'RequestFailed'
    this.status = status
    this.code = problem?.code ?? (status === 0 ? 'no_answer' : `http_${status}`)
    this.action = problem?.action ?? null
  }

  /** True when the server may have done what was asked all the same. */
  get isUncertain(): boolean {
    return this.status === 0 || this.status >= 500
  }
}

/** Calls the hub's API. Throws RequestFailed for every answer that is not 2xx and when none comes within 30 s. */
export async function request<T>(path: string, init: RequestInit = {}): Promise<T> {
  const answer = await apiCall<T & { code?: string; error?: string; action?: string }>(`${base}${path}`, {
    ...init,
    signal: AbortSignal.timeout(patience),
  }).catch(() => {
    throw new RequestFailed(0, null)
  })
  if (!answer.ok || answer.result === null) throw new RequestFailed(answer.status, answer.result)
  return answer.result
}

export function post<T>(path: string, body: unknown, headers: Record<string, string> = {}): Promise<T> {
  return request<T>(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
}

/** A refusal that asking again would not change. */
export function isFinal(error: unknown): boolean {
  return error instanceof RequestFailed && error.status >= 400 && error.status < 500 && error.status !== 429
}
