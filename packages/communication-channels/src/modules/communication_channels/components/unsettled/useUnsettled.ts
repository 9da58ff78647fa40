import { useAppEvent } from '@open-mercato/ui/backend/injection/useAppEvent'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { keys } from '../inbox/data/queries.ts'
import { isFinal, request } from '../inbox/data/request.ts'
import { useGathered } from '../inbox/data/useGathered.ts'
import type { UnsettledPage } from './unsettled.ts'

// A message gets here by nothing happening for a while, of which no event tells.
const lookAgainAfter = 30_000
const retry = (failures: number, error: unknown) => failures < 2 && !isFinal(error)

function fetchUnsettled(limit: number, cursor: string | null): Promise<UnsettledPage> {
  const query = new URLSearchParams({ limit: String(limit) })
  if (cursor) query.set('cursor', cursor)
  return request(`/messages/unsettled?${query}`)
}

export function useUnsettled() {
  const query = useInfiniteQuery({
    queryKey: [...keys.unsettled, 'list'],
    queryFn: ({ pageParam }) => fetchUnsettled(50, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: lookAgainAfter,
    retry,
  })
  useFreshUnsettled(true)
  const pages = query.data?.pages ?? []
  return { ...query, items: pages.flatMap((page) => page.items), total: pages[0]?.total ?? 0 }
}

/** How many there are; 0 until that is known. */
export function useUnsettledCount(): number {
  const { data } = useQuery({
    queryKey: [...keys.unsettled, 'count'],
    queryFn: () => fetchUnsettled(1, null),
    refetchInterval: lookAgainAfter,
    retry,
  })
  const total = data?.total ?? 0
  useFreshUnsettled(total > 0)
  return total
}

/** A report that comes late settles one of them. */
function useFreshUnsettled(isWorthIt: boolean): void {
  const client = useQueryClient()
  const readAgain = useGathered(() => void client.invalidateQueries({ queryKey: keys.unsettled }))
  useAppEvent('communication_channels.message.status_changed', () => void (isWorthIt && readAgain()))
  useAppEvent('app.reconnected', readAgain)
}
