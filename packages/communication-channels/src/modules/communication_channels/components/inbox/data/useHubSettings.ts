import { useQuery } from '@tanstack/react-query'
import { keys } from './queries.ts'
import { isFinal, request } from './request.ts'

/** What the organisation decided for all its channels. */
export type HubSettings = { defaultChannelId: string | null; fileRetentionDays: number | null }

export function useHubSettings() {
  return useQuery({
    queryKey: keys.settings,
    queryFn: () => request<HubSettings>('/settings'),
    staleTime: 5 * 60_000,
    retry: (failures, error) => failures < 2 && !isFinal(error),
  })
}
