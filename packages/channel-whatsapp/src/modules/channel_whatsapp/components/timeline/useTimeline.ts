import { useInfiniteQuery } from '@tanstack/react-query'
import { ProviderRequestFailed, providerRequest } from '../request.ts'
import type { AccountEvent } from './accountEvent.ts'

type Page = { items: AccountEvent[]; nextCursor: string | null }

export function useTimeline(connectionId: string) {
  const query = useInfiniteQuery({
    queryKey: ['channel_whatsapp', 'timeline', connectionId],
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
