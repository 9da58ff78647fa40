import { useQuery } from '@tanstack/react-query'
import { providerRequest } from '../../request.ts'
import type { TemplateRow } from './template.ts'
import { retryUnlessRefused, templateKeys } from './templateKeys.ts'
import type { TemplatePage } from './useTemplateList.ts'

/** In which languages there is a template of this name already, drafts among them. */
export function useLanguagesOf({ connectionId, name }: Pick<TemplateRow, 'connectionId' | 'name'>) {
  return useQuery({
    queryKey: [...templateKeys.list, 'languages', connectionId, name],
    queryFn: async () => {
      const search = new URLSearchParams({ connectionId, search: name, limit: '100' })
      const { items } = await providerRequest<TemplatePage>(`/templates/managed?${search}`)
      return items.filter((row) => row.name === name).map(({ language }) => language)
    },
    retry: retryUnlessRefused,
  })
}
