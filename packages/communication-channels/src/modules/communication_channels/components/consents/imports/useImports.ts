import { useAppEvent } from '@open-mercato/ui/backend/injection/useAppEvent'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { isFinal, request } from '../../inbox/data/request.ts'
import { useGathered } from '../../inbox/data/useGathered.ts'
import { type ConsentImport, type ImportRow, isUnderWay, type RowState } from './consentImport.ts'

export const importKeys = {
  all: ['communication_channels', 'consent-imports'] as const,
  list: ['communication_channels', 'consent-imports', 'list'] as const,
  one: (id: string) => ['communication_channels', 'consent-imports', 'one', id] as const,
  rows: (id: string, state: RowState) => ['communication_channels', 'consent-rows', id, state] as const,
}
const retry = (failures: number, error: unknown) => failures < 2 && !isFinal(error)

/** Also where no event comes through: somebody is looking at a number that is to move. */
const LOOK_EVERY_MS = 2000
/** A worker tells of every few hundred rows. */
const GATHERED_MS = 250

type Page<T> = { items: T[]; nextCursor: string | null }

export function useImports() {
  const query = useInfiniteQuery({
    queryKey: importKeys.list,
    queryFn: ({ pageParam }) =>
      request<Page<ConsentImport>>(`/consents/imports${pageParam ? `?cursor=${pageParam}` : ''}`),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    retry,
  })
  return { ...query, imports: query.data?.pages.flatMap((page) => page.items) ?? [] }
}

export function useImport(id: string | null) {
  return useQuery({
    queryKey: importKeys.one(id ?? ''),
    queryFn: async () =>
      (await request<{ import: ConsentImport }>(`/consents/imports/${encodeURIComponent(id ?? '')}`)).import,
    enabled: id !== null,
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? LOOK_EVERY_MS : false),
    retry,
  })
}

export function useImportRows(id: string, state: RowState) {
  const query = useInfiniteQuery({
    queryKey: importKeys.rows(id, state),
    queryFn: ({ pageParam }) => {
      const search = new URLSearchParams({ state, limit: '50', ...(pageParam ? { cursor: pageParam } : {}) })
      return request<Page<ImportRow>>(`/consents/imports/${encodeURIComponent(id)}/rows?${search}`)
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    // What the check foretold is not what the report says.
    refetchOnMount: 'always',
    retry,
  })
  return { ...query, rows: query.data?.pages.flatMap((page) => page.items) ?? [] }
}

/** Keeps imports on screen as they are. */
export function useLiveImports(): void {
  const client = useQueryClient()
  const readAgain = useGathered(
    () => void client.invalidateQueries({ queryKey: importKeys.all }),
    GATHERED_MS,
  )
  useAppEvent('communication_channels.consent_import.*', readAgain)
  useAppEvent('app.reconnected', readAgain)
}
