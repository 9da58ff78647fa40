import { useQuery } from '@tanstack/react-query'
import { providerRequest } from '../../request.ts'
import type { Preflight } from '../preflight/preflight.ts'
import { retryUnlessRefused, templateKeys } from './templateKeys.ts'

export function usePreflight() {
  return useQuery({
    queryKey: templateKeys.preflight,
    queryFn: () => providerRequest<Preflight>('/templates/preflight'),
    retry: retryUnlessRefused,
  })
}
