import { useQuery } from '@tanstack/react-query'
import { providerRequest } from '../../request.ts'
import type { Funnel, ManagedTemplate } from './template.ts'
import { retryUnlessRefused, templateKeys } from './templateKeys.ts'

export const templatePath = (id: string) => `/templates/managed/${encodeURIComponent(id)}`

export function useManagedTemplate(id: string) {
  return useQuery({
    queryKey: templateKeys.one(id),
    queryFn: () => providerRequest<ManagedTemplate>(templatePath(id)),
    retry: retryUnlessRefused,
  })
}

export const funnelDays = [7, 30, 90] as const
export type FunnelDays = (typeof funnelDays)[number]

export function useFunnel(id: string, days: FunnelDays) {
  return useQuery({
    queryKey: [...templateKeys.one(id), 'funnel', days],
    queryFn: () => providerRequest<Funnel>(`${templatePath(id)}/funnel?days=${days}`),
    retry: retryUnlessRefused,
    placeholderData: (before) => before,
  })
}
