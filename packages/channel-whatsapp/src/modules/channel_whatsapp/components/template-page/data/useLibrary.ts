import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { providerRequest } from '../../request.ts'
import { retryUnlessRefused, templateKeys } from './templateKeys.ts'

/** A template that Meta wrote and takes without a review, as `GET /templates/library` lists it. */
export type LibraryTemplate = {
  id: string
  name: string
  language: string
  category: string
  topic: string | null
  usecase: string | null
  header: string | null
  body: string
  /** What stands for each variable of the body. */
  parameters: { sample: string; type: string | null }[]
  buttons: { type: string; text: string | null; url: string | null; phoneNumber: string | null }[]
}

/** Meta's library is read so far; of what it has beyond that, a search tells. */
type LibraryPart = { items: LibraryTemplate[]; hasMore: boolean }

export type LibrarySearch = { search: string | null; language: string }

export function useLibrary(connectionId: string, { search, language }: LibrarySearch) {
  const asked = new URLSearchParams({ connectionId, language, ...(search ? { search } : {}) })
  return useQuery({
    queryKey: [...templateKeys.library, asked.toString()],
    queryFn: () => providerRequest<LibraryPart>(`/templates/library?${asked}`),
    retry: retryUnlessRefused,
    staleTime: 300_000,
    placeholderData: (before) => before,
  })
}

/** The merchant's own link or number behind a button, in the order of the buttons; Meta names its parts. */
export type ButtonInput =
  | { type: 'URL'; url: { base_url: string; url_suffix_example?: string } }
  | { type: 'PHONE_NUMBER'; phone_number: string }
  | { type: 'QUICK_REPLY' }

export type LibraryUse = {
  connectionId: string
  name: string
  language: string
  libraryTemplateName: string
  buttonInputs?: ButtonInput[]
}

type Created = { template: { id: string; status: string; category: string } }

export function useLibraryTemplate() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (use: LibraryUse) => providerRequest<Created>('/templates/library', 'POST', use),
    onSettled: () => client.invalidateQueries({ queryKey: templateKeys.all }),
  })
}
