import { useAppEvent } from '@open-mercato/ui/backend/injection/useAppEvent'
import { type InfiniteData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import type { RecipientState } from '../../lib/batches/recipient-state.ts'
import { keys } from '../inbox/data/queries.ts'
import { isFinal, request } from '../inbox/data/request.ts'
import { useGathered } from '../inbox/data/useGathered.ts'
import type { Batch, Recipient } from './batch.ts'

export const batchKeys = {
  all: ['communication_channels', 'batches'] as const,
  list: ['communication_channels', 'batches', 'list'] as const,
  one: (id: string) => ['communication_channels', 'batches', 'one', id] as const,
  report: ['communication_channels', 'batches', 'report'] as const,
}
const retry = (failures: number, error: unknown) => failures < 2 && !isFinal(error)

type BatchPage = { items: Batch[]; nextCursor: string | null }
export type RecipientPage = { items: Recipient[]; nextCursor: string | null }

export function useBatches() {
  const query = useInfiniteQuery({
    queryKey: batchKeys.list,
    queryFn: ({ pageParam }) => request<BatchPage>(`/batches${pageParam ? `?cursor=${pageParam}` : ''}`),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    retry,
  })
  return { ...query, batches: query.data?.pages.flatMap((page) => page.items) ?? [] }
}

export function useBatch(id: string) {
  return useQuery({
    queryKey: batchKeys.one(id),
    queryFn: async () => (await request<{ batch: Batch }>(`/batches/${encodeURIComponent(id)}`)).batch,
    retry,
  })
}

export function fetchRecipients(
  id: string,
  state: RecipientState | null,
  cursor: string | null,
  signal?: AbortSignal,
): Promise<RecipientPage> {
  const query = new URLSearchParams({ limit: '100' })
  if (state) query.set('state', state)
  if (cursor !== null) query.set('cursor', cursor)
  return request(`/batches/${encodeURIComponent(id)}/recipients?${query}`, {}, { signal })
}

export function useRecipients(id: string, state: RecipientState | null) {
  const query = useInfiniteQuery({
    queryKey: [...batchKeys.report, id, state],
    queryFn: ({ pageParam }) => fetchRecipients(id, state, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    retry,
  })
  return { ...query, recipients: query.data?.pages.flatMap((page) => page.items) ?? [] }
}

const mostPagesReadAgain = 3

/** Keeps batches on screen as they are; a report only while it is short, for each of its pages is a request. */
export function useLiveBatches(): void {
  const client = useQueryClient()
  const readAgain = useGathered(() => {
    void client.invalidateQueries({ queryKey: batchKeys.list })
    void client.invalidateQueries({ queryKey: [...batchKeys.all, 'one'] })
  })
  const readReport = useGathered(
    () =>
      void client.invalidateQueries({
        queryKey: batchKeys.report,
        predicate: ({ state }) =>
          ((state.data as InfiniteData<RecipientPage> | undefined)?.pages.length ?? 0) <= mostPagesReadAgain,
      }),
    3000,
  )
  useAppEvent('communication_channels.batch.*', () => {
    readAgain()
    readReport()
  })
  // What is paused and what goes on again is said of the number.
  useAppEvent(
    'communication_channels.circuit.*',
    () => void client.invalidateQueries({ queryKey: keys.channels }),
  )
  useAppEvent('app.reconnected', () => void client.invalidateQueries({ queryKey: batchKeys.all }))
}
