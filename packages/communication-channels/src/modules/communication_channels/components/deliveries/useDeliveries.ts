import { useInfiniteQuery } from '@tanstack/react-query'
import { isFinal, request } from '../inbox/data/request.ts'
import type { Delivery, DeliveryFilter } from './delivery.ts'

type DeliveryPage = { items: Delivery[]; nextCursor: string | null }

export function useDeliveries(filter: DeliveryFilter | null) {
  const query = useInfiniteQuery({
    queryKey: ['communication_channels', 'deliveries', filter],
    queryFn: ({ pageParam }) => {
      const search = new URLSearchParams()
      if (filter) search.set('outcome', filter)
      if (pageParam) search.set('cursor', pageParam)
      return request<DeliveryPage>(`/deliveries?${search}`)
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    retry: (failures, error) => failures < 2 && !isFinal(error),
  })
  return { ...query, deliveries: query.data?.pages.flatMap((page) => page.items) ?? [] }
}
