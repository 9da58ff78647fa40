import { useMutation, useQueryClient } from '@tanstack/react-query'
import { keys } from '../inbox/data/queries.ts'
import { RequestFailed, request } from '../inbox/data/request.ts'
import type { HubSettings, SettingsChange } from '../inbox/data/useHubSettings.ts'

export function useSaveSettings(onSaved: () => void) {
  const client = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: (settings: SettingsChange) =>
      request<HubSettings>('/settings', { method: 'PUT', body: JSON.stringify(settings) }),
    onSuccess: (settings) => {
      client.setQueryData(keys.settings, settings)
      onSaved()
    },
  })
  return {
    save: mutate,
    isSaving: isPending,
    failure: error ? (error instanceof RequestFailed ? error : new RequestFailed(0, null)) : null,
  }
}
