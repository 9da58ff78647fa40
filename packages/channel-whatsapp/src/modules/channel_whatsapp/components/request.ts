import { apiCall } from '@open-mercato/ui/backend/utils/apiCall'

const base = '/api/channel_whatsapp'

/** A refusal of the provider's API; `status` 0 means that no answer came. */
export class ProviderRequestFailed extends Error {
  readonly status: number
  readonly action: string | null
  readonly fieldErrors: Record<string, string>

  constructor(
    status: number,
    problem: { error?: string; action?: string; fieldErrors?: Record<string, string> } | null,
  ) {
    super(problem?.error ?? '')
    this.name = 'ProviderRequestFailed'
    this.status = status
    this.action = problem?.action ?? null
    this.fieldErrors = problem?.fieldErrors ?? {}
  }
}

/** Calls the provider's API; a body is sent as JSON. Throws ProviderRequestFailed unless the answer is 2xx. */
export async function providerRequest<T>(path: string, method = 'GET', body?: unknown): Promise<T> {
  const answer = await apiCall<T & { error?: string; action?: string; fieldErrors?: Record<string, string> }>(
    base + path,
    { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) },
  ).catch(() => {
    throw new ProviderRequestFailed(0, null)
  })
  if (!answer.ok) throw new ProviderRequestFailed(answer.status, answer.result)
  return answer.result as T
}
