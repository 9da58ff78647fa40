import { useGathered } from '@open-mercato/communication-channels/modules/communication_channels/components/inbox/data/useGathered'
import { useAppEvent } from '@open-mercato/ui/backend/injection/useAppEvent'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { providerRequest } from '../request.ts'
import type { Template } from './template.ts'

/** What a number can send now: one that Meta pauses meanwhile is not offered any more. */
export function useSendableTemplates(channelId: string) {
  const client = useQueryClient()
  const queryKey = ['channel_whatsapp', 'templates', channelId]
  useAppEvent(
    'channel_whatsapp.templates.changed',
    useGathered(() => void client.invalidateQueries({ queryKey }), 500),
  )
  return useQuery({
    queryKey,
    queryFn: async () => {
      const path = `/templates?channelId=${encodeURIComponent(channelId)}`
      return (await providerRequest<{ items: Template[] }>(path)).items
    },
  })
}
