import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { MappingView } from '../../../lib/templates/mapping/edit-mapping.ts'
import type { TemplateMapping } from '../../../lib/templates/mapping/mapping.ts'
import { providerRequest } from '../../request.ts'
import { templateKeys } from '../../template-page/data/templateKeys.ts'

/** Where the values of a template come from; saving it also changes what the picker fills in and what the preflight says. */
export function useMapping(connectionId: string, name: string) {
  const client = useQueryClient()
  const path = `/templates/mappings?${new URLSearchParams({ connectionId, name })}`
  const queryKey = ['channel_whatsapp', 'templates', 'mapping', connectionId, name]
  const stored = useQuery({ queryKey, queryFn: () => providerRequest<MappingView>(path) })
  const save = useMutation({
    mutationFn: (mapping: TemplateMapping) => providerRequest<MappingView>(path, 'PUT', { mapping }),
    onSuccess: (saved) => {
      client.setQueryData(queryKey, saved)
      const others = { queryKey: ['channel_whatsapp', 'templates'] }
      return Promise.all([
        client.invalidateQueries({ ...others, predicate: (query) => query.queryKey[2] !== 'mapping' }),
        client.invalidateQueries({ queryKey: templateKeys.all }),
      ])
    },
  })
  return { stored, save }
}
