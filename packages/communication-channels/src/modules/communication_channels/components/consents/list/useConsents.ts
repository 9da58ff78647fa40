import { useAppEvent } from '@open-mercato/ui/backend/injection/useAppEvent'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { isFinal, request } from '../../inbox/data/request.ts'
import { useGathered } from '../../inbox/data/useGathered.ts'
import type { ConsentItem } from './consentItem.ts'
import { type ListFilter, queryOf } from './listFilter.ts'

type ConsentPage = { items: ConsentItem[]; nextCursor: string | null }

const listKey = ['communication_channels', 'consent-list'] as const
/** An import changes thousands in a minute; who reads meanwhile wants the list to stand still. */
const GATHERED_MS = 3000

export function useConsents(filter: ListFilter) {
  const client = useQueryClient()
  const query = useInfiniteQuery({
    queryKey: [...listKey, filter],
    queryFn: ({ pageParam }) => {
      const search = queryOf(filter)
      if (pageParam) search.set('cursor', pageParam)
      return request<ConsentPage>(`/consents?${search}`)
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    retry: (failures, error) => failures < 2 && !isFinal(error),
  })
  const readAgain = useGathered(() => void client.invalidateQueries({ queryKey: listKey }), GATHERED_MS)
  useAppEvent('communication_channels.consent.*', readAgain)
  useAppEvent('app.reconnected', readAgain)
  return { ...query, consents: query.data?.pages.flatMap((page) => page.items) ?? [] }
}
