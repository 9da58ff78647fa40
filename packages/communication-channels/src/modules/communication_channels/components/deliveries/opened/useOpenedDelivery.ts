import { useQuery } from '@tanstack/react-query'
import { isFinal, request } from '../../inbox/data/request.ts'
import type { OpenedDelivery } from '../delivery.ts'
import { deliveryKeys } from '../useDeliveries.ts'

/** Read once and not kept: each reading of what customers wrote is written down by the server. */
export function useOpenedDelivery(id: string) {
  return useQuery({
    queryKey: deliveryKeys.one(id),
    queryFn: () => request<OpenedDelivery>(`/deliveries/${encodeURIComponent(id)}`),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retry: (failures, error) => failures < 2 && !isFinal(error),
  })
}
