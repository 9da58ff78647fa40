import { useAppEvent } from '@open-mercato/ui/backend/injection/useAppEvent'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { ProviderRequestFailed, providerRequest } from '../request.ts'
import type { AccountEvent } from './accountEvent.ts'

type Page = { items: AccountEvent[]; nextCursor: string | null }

export function useTimeline(connectionId: string) {
  const client = useQueryClient()
  const queryKey = ['channel_whatsapp', 'timeline', connectionId]
  useAppEvent('communication_channels.account.reported', ({ payload }) => {
    if (payload.connectionId === connectionId) void client.invalidateQueries({ queryKey })
  })
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => {
      const search = pageParam ? `?cursor=${encodeURIComponent(pageParam)}` : ''
      return providerRequest<Page>(`/connections/${encodeURIComponent(connectionId)}/timeline${search}`)
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    retry: (failures, error) =>
      failures < 2 && !(error instanceof ProviderRequestFailed && error.status >= 400 && error.status < 500),
  })
  return { ...query, events: query.data?.pages.flatMap((page) => page.items) ?? [] }
}
