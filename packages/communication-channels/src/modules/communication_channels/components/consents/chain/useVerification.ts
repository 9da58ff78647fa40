import { useQuery } from '@tanstack/react-query'
import { isFinal, request } from '../../inbox/data/request.ts'
import type { Verification } from './verification.ts'

/** A million entries take a while. */
const PATIENCE_MS = 10 * 60_000

/** Recomputes the whole record, so only when somebody looks, and then for a while. */
export function useVerification() {
  return useQuery({
    queryKey: ['communication_channels', 'consent-verification'],
    queryFn: ({ signal }) => request<Verification>('/consents/verify', {}, { patience: PATIENCE_MS, signal }),
    staleTime: 5 * 60_000,
    refetchOnWindowFocus: false,
    retry: (failures, error) => failures < 1 && !isFinal(error),
  })
}
