import { useT } from '@open-mercato/shared/lib/i18n/context'
import { flash } from '@open-mercato/ui/backend/FlashMessages'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { post, RequestFailed } from '../inbox/data/request.ts'
import { problemText } from '../inbox/model/problemText.ts'
import type { Batch } from './batch.ts'
import { batchKeys } from './useBatches.ts'

export type Steering = 'pause' | 'resume' | 'cancel'

/** Holds a batch up, has it go on, or calls back what has not left. */
export function useSteering(id: string) {
  const t = useT()
  const client = useQueryClient()
  const { mutate, isPending } = useMutation({
    mutationFn: (how: Steering) => post<{ batch: Batch }>(`/batches/${encodeURIComponent(id)}/${how}`, {}),
    onSuccess: ({ batch }) => client.setQueryData(batchKeys.one(id), batch),
    onError: (error) => {
      const failed = error instanceof RequestFailed ? error : new RequestFailed(0, null)
      const { reason, action } = problemText(t, '', failed)
      flash([reason, action].filter(Boolean).join(' '), 'error')
    },
    onSettled: () => client.invalidateQueries({ queryKey: batchKeys.all }),
  })
  return { steer: mutate, isSteering: isPending }
}
