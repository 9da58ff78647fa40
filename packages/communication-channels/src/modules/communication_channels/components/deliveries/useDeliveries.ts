import { useInfiniteQuery } from '@tanstack/react-query'
import { isFinal, request } from '../inbox/data/request.ts'
import type { Delivery } from './delivery.ts'
import { type LogFilter, queryOf } from './filter/logFilter.ts'

type DeliveryPage = { items: Delivery[]; nextCursor: string | null }

export const deliveryKeys = {
  all: ['communication_channels', 'deliveries'] as const,
  lists: ['communication_channels', 'deliveries', 'list'] as const,
  list: (filter: LogFilter) => ['communication_channels', 'deliveries', 'list', filter] as const,
  one: (id: string) => ['communication_channels', 'deliveries', 'one', id] as const,
  replays: ['communication_channels', 'deliveries', 'replays'] as const,
}

const REFRESHED_EVERY_MS = 3_000
/** Reading many pages again every few seconds would be work for nobody: who reads there looks back. */
const REFRESHED_PAGES = 2

export function useDeliveries(filter: LogFilter) {
  const query = useInfiniteQuery({
    queryKey: deliveryKeys.list(filter),
    queryFn: ({ pageParam }) => {
      const search = queryOf(filter, Date.now())
      if (pageParam) search.set('cursor', pageParam)
      return request<DeliveryPage>(`/deliveries?${search}`)
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: ({ state }) =>
      (state.data?.pages.length ?? 1) <= REFRESHED_PAGES && !isFinal(state.error)
        ? REFRESHED_EVERY_MS
        : false,
    retry: (failures, error) => failures < 2 && !isFinal(error),
  })
  return { ...query, deliveries: query.data?.pages.flatMap((page) => page.items) ?? [] }
}
