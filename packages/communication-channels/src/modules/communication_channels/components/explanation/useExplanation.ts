import { useQuery } from '@tanstack/react-query'
import type { ExplanationView } from '../../lib/explanation/explanation-view.ts'
import { keys } from '../inbox/data/queries.ts'
import { isFinal, request } from '../inbox/data/request.ts'

export function useExplanation(messageId: string) {
  return useQuery({
    queryKey: [...keys.all, 'explanation', messageId],
    queryFn: () => request<ExplanationView>(`/messages/${encodeURIComponent(messageId)}/explanation`),
    // What may leave now can be another thing than a minute ago.
    refetchOnMount: 'always',
    retry: (failures, error) => failures < 2 && !isFinal(error),
  })
}
