import { apiCall } from '@open-mercato/ui/backend/utils/apiCall'

export interface Problem {
  error?: string
  code?: string
  action?: string
  detail?: string
  fieldErrors?: Record<string, string>
}

/** A refusal of the product's API; `status` 0 means that no answer came. */
export class ProviderRequestFailed extends Error {
  readonly status: number
  readonly code: string | null
  readonly action: string | null
  /** What Meta itself said, in its own words. */
  readonly detail: string | null
  readonly fieldErrors: Record<string, string>
  /** What else it came with, such as the conversation that it is about. */
  readonly details: Record<string, unknown>

  constructor(status: number, problem: Problem | null) {
    const { error, code, action, detail, fieldErrors, ...details } = problem ?? {}
    super(error ?? '')
    this.name = 'ProviderRequestFailed'
    this.status = status
    this.code = code ?? null
    this.action = action ?? null
    this.detail = detail ?? null
    this.fieldErrors = fieldErrors ?? {}
    this.details = details
  }
}

/**
 * Calls the provider's API; a file is sent as it is, everything else as JSON. Throws ProviderRequestFailed unless the answer
 * is 2xx.
 */
export async function providerRequest<T>(path: string, method = 'GET', body?: unknown): Promise<T> {
  const sent = body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }
  const answer = await apiCall<T & Problem>(`/api/channel_whatsapp${path}`, { method, ...sent }).catch(() => {
    throw new ProviderRequestFailed(0, null)
  })
  if (!answer.ok) throw new ProviderRequestFailed(answer.status, answer.result)
  return answer.result as T
}
