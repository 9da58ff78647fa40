import { apiCall } from '@open-mercato/ui/backend/utils/apiCall'

export const apiBase = '/api/communication_channels'
const usualPatience = 30_000

export type Problem = {
  code?: string
  error?: string
  action?: string
  fieldErrors?: Record<string, string>
  [detail: string]: unknown
}

/** The server's refusal, or its silence (`status` 0: offline, time-out, connection lost). */
export class RequestFailed extends Error {
  readonly status: number
  readonly code: string
  readonly action: string | null
  /** What is wrong with single fields of the request, by their path (`content.buttons.0.title`). */
  readonly fieldErrors: Record<string, string>
  /** All that the server said, for what only one kind of refusal has. */
  readonly details: Record<string, unknown>

  constructor(status: number, problem: Problem | null) {
    super(problem?.error ?? '')
    this.name = 'RequestFailed'
    this.status = status
    this.code = problem?.code ?? (status === 0 ? 'no_answer' : `http_${status}`)
    this.action = problem?.action ?? null
    this.fieldErrors = problem?.fieldErrors ?? {}
    this.details = problem ?? {}
  }

  /** True when the server may have done what was asked all the same. */
  get isUncertain(): boolean {
    return this.status === 0 || this.status >= 500
  }
}

/** `patience` in milliseconds, 30 s unless told. */
type Asking = { patience?: number; signal?: AbortSignal }

/** Calls the hub's API. Throws RequestFailed for every answer that is not 2xx and when none comes in time. */
export async function request<T>(
  path: string,
  init: RequestInit = {},
  { patience = usualPatience, signal }: Asking = {},
): Promise<T> {
  const timeout = AbortSignal.timeout(patience)
  const answer = await apiCall<T & Problem>(`${apiBase}${path}`, {
    ...init,
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  }).catch(() => {
    throw new RequestFailed(0, null)
  })
  const hasAnswer = answer.result !== null || answer.status === 204
  if (!answer.ok || !hasAnswer) throw new RequestFailed(answer.status, answer.result)
  return answer.result as T
}

export function post<T>(
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
  asking: Asking = {},
): Promise<T> {
  const init = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  }
  return request<T>(path, init, asking)
}

/** A refusal that asking again would not change. */
export function isFinal(error: unknown): boolean {
  return error instanceof RequestFailed && error.status >= 400 && error.status < 500 && error.status !== 429
}
