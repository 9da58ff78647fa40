import { useT } from '@open-mercato/shared/lib/i18n/context'
import { flash } from '@open-mercato/ui/backend/FlashMessages'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { post, RequestFailed, request } from '../../inbox/data/request.ts'
import { problemText } from '../../inbox/model/problemText.ts'
import type { ConsentImport } from './consentImport.ts'
import { importKeys } from './useImports.ts'

/** Twenty megabytes over a slow line. */
const UPLOAD_PATIENCE_MS = 5 * 60_000

export function useUpload(onTaken: (id: string) => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (form: FormData) =>
      request<{ import: ConsentImport }>(
        '/consents/imports',
        { method: 'POST', body: form },
        { patience: UPLOAD_PATIENCE_MS },
      ),
    onSuccess: ({ import: taken }) => {
      client.setQueryData(importKeys.one(taken.id), taken)
      void client.invalidateQueries({ queryKey: importKeys.list })
      onTaken(taken.id)
    },
  })
}

/** Has what was checked be recorded, or ends the import. */
export function useSteerImport(id: string) {
  const t = useT()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (act: 'start' | 'cancel') =>
      post<{ import: ConsentImport }>(`/consents/imports/${encodeURIComponent(id)}/${act}`, {}),
    onSuccess: ({ import: steered }) => client.setQueryData(importKeys.one(id), steered),
    onError: (error) => {
      const { reason, action } = problemText(t, '', failureOf(error))
      flash([reason, action].filter(Boolean).join(' '), 'error')
    },
    onSettled: () => client.invalidateQueries({ queryKey: importKeys.all }),
  })
}

export function failureOf(error: unknown): RequestFailed {
  return error instanceof RequestFailed ? error : new RequestFailed(0, null)
}
