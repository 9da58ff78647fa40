import { useGathered } from '@open-mercato/communication-channels/modules/communication_channels/components/inbox/data/useGathered'
import { useAppEvent } from '@open-mercato/ui/backend/injection/useAppEvent'
import { useQueryClient } from '@tanstack/react-query'
import { templateKeys } from './templateKeys.ts'

/** Keeps what the page shows as it is at Meta: a webhook or a step of a sync makes it read again, once for many. */
export function useLiveTemplates(): void {
  const client = useQueryClient()
  const readAgain = () => void client.invalidateQueries({ queryKey: templateKeys.all })
  const readAgainSoon = useGathered(readAgain, 500)
  useAppEvent('channel_whatsapp.templates.changed', readAgainSoon)
  useAppEvent('app.reconnected', readAgain)
}
