import type { IntegrationDefinition } from '@open-mercato/shared/modules/integrations/types'
import { useAppEvent } from '@open-mercato/ui/backend/injection/useAppEvent'
import { apiCall, readApiResultOrThrow } from '@open-mercato/ui/backend/utils/apiCall'
import { raiseCrudError } from '@open-mercato/ui/backend/utils/serverErrors'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { HealthStatus } from '../HealthBadge.tsx'

export type CredentialValue = string | number | boolean | null
export type CredentialValues = Record<string, CredentialValue>

export type IntegrationDetail = {
  integration: Omit<IntegrationDefinition, 'buildExternalUrl'>
  state: {
    isEnabled: boolean
    apiVersion: string | null
    reauthRequired: boolean
    lastHealthStatus: HealthStatus | null
    lastHealthCheckedAt: string | null
    lastHealthLatencyMs: number | null
    updatedAt: string | null
  }
  credentials: CredentialValues
  secretFieldsConfigured: string[]
  hasCredentials: boolean
}

export type HealthCheckAnswer = {
  status: HealthStatus
  message?: string
  details?: Record<string, unknown>
  latencyMs: number | null
  checkedAt: string
}

const address = (id: string, part = '') => `/api/integrations/${encodeURIComponent(id)}${part}`

/** The detail, or null where there is no such integration. What changes elsewhere shows by itself. */
export function useIntegrationDetail(id: string) {
  const queryClient = useQueryClient()
  const readAgain = () => void queryClient.invalidateQueries({ queryKey: ['integrations'] })
  useAppEvent('integrations.state.updated', readAgain)
  useAppEvent('integrations.credentials.updated', readAgain)
  return useQuery({
    queryKey: ['integrations', id],
    queryFn: async () => {
      const call = await apiCall<IntegrationDetail>(address(id))
      if (call.status === 404) return null
      if (!call.ok) await raiseCrudError(call.response)
      return call.result
    },
  })
}

/** What can be changed about an integration. Each throws a `CrudFormError` where the server refuses. */
export function useIntegrationActions(id: string) {
  const queryClient = useQueryClient()
  const send = async <T>(method: string, part: string, body?: unknown): Promise<T> => {
    const answer = await readApiResultOrThrow<T>(
      address(id, part),
      { method, body: body === undefined ? undefined : JSON.stringify(body) },
      { allowNullResult: true },
    )
    await queryClient.invalidateQueries({ queryKey: ['integrations'] })
    return answer
  }
  return {
    setEnabled: (isEnabled: boolean) => send('PUT', '/state', { isEnabled }),
    saveCredentials: (credentials: CredentialValues) => send('PUT', '/credentials', { credentials }),
    chooseVersion: (apiVersion: string) => send('PUT', '/version', { apiVersion }),
    checkHealth: () => send<HealthCheckAnswer>('POST', '/health'),
  }
}
