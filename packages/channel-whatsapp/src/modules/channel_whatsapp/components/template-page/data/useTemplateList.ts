import { useInfiniteQuery } from '@tanstack/react-query'
import { providerRequest } from '../../request.ts'
import { type ListFilter, queryOf } from '../list/listFilter.ts'
import type { TemplateRow } from './template.ts'
import { retryUnlessRefused, templateKeys } from './templateKeys.ts'

export type TemplatePage = { items: TemplateRow[]; nextCursor: string | null; total: number }

export function useTemplateList(filter: ListFilter) {
  const search = queryOf(filter)
  const query = useInfiniteQuery({
    queryKey: [...templateKeys.list, search.toString()],
    queryFn: ({ pageParam }) => {
      const asked = new URLSearchParams(search)
      if (pageParam !== null) asked.set('cursor', pageParam)
      return providerRequest<TemplatePage>(`/templates/managed${asked.size > 0 ? `?${asked}` : ''}`)
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    retry: retryUnlessRefused,
    // What was found stays in sight while somebody types.
    placeholderData: (before) => before,
  })
  const pages = query.data?.pages ?? []
  return { ...query, rows: pages.flatMap((page) => page.items), total: pages[0]?.total ?? 0 }
}
