import { useQuery } from '@tanstack/react-query'
import type { ConsentRules } from '../../settings/consent/consentRules.ts'
import { keys } from './queries.ts'
import { isFinal, request } from './request.ts'

/** What the organisation decided for all its channels. */
export type HubSettings = {
  defaultChannelId: string | null
  fileRetentionDays: number | null
  /** How many messages that nobody typed may leave within a minute. */
  automaticPerMinute: number
  /** While it stands, nothing is deleted by age. */
  legalHold: { since: string; reason: string | null } | null
  consentRules: ConsentRules
  /** Null: English. */
  defaultLanguage: string | null
  notificationLanguages: string[]
  enabledNotifications: string[]
}

/** What of it is to change; what is left out stays. */
export type SettingsChange = Partial<Omit<HubSettings, 'legalHold' | 'consentRules'>> & {
  legalHold?: { reason: string | null } | null
  consentRules?: Partial<ConsentRules>
}

export function useHubSettings() {
  return useQuery({
    queryKey: keys.settings,
    queryFn: () => request<HubSettings>('/settings'),
    staleTime: 5 * 60_000,
    retry: (failures, error) => failures < 2 && !isFinal(error),
  })
}
