import { useQuery } from '@tanstack/react-query'
import { providerRequest } from '../../request.ts'
import type { Preflight } from '../preflight/preflight.ts'
import { retryUnlessRefused, templateKeys } from './templateKeys.ts'

/** @param isWanted false leaves it unread for now */
export function usePreflight(isWanted = true) {
  return useQuery({
    queryKey: templateKeys.preflight,
    queryFn: () => providerRequest<Preflight>('/templates/preflight'),
    retry: retryUnlessRefused,
    enabled: isWanted,
  })
}
