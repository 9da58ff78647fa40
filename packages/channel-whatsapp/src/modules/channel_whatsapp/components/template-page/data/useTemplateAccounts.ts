import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { providerRequest } from '../../request.ts'
import type { SyncRun, TemplateAccount } from './template.ts'
import { retryUnlessRefused, templateKeys } from './templateKeys.ts'

/** Often enough for a bar that moves; events tell the rest. */
const WHILE_SYNCING_MS = 1500

export const isUnderWay = (sync: SyncRun | null) => sync?.status === 'waiting' || sync?.status === 'running'

/** The accounts; read again in short turns while one of them is synced. */
export function useTemplateAccounts() {
  const client = useQueryClient()
  const query = useQuery({
    queryKey: templateKeys.accounts,
    queryFn: async () => (await providerRequest<{ items: TemplateAccount[] }>('/templates/accounts')).items,
    refetchInterval: ({ state }) =>
      state.data?.some(({ sync }) => isUnderWay(sync)) ? WHILE_SYNCING_MS : false,
    retry: retryUnlessRefused,
  })
  const running = query.data?.filter(({ sync }) => isUnderWay(sync)).length ?? 0
  const ranBefore = useRef(running)
  useEffect(() => {
    const hasEnded = running < ranBefore.current
    ranBefore.current = running
    if (hasEnded) void client.invalidateQueries({ queryKey: templateKeys.list })
  }, [running, client])
  return query
}

/** Asks for a sync; where one is under way already it is that one. */
export function useSyncNow() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (connectionId: string) =>
      providerRequest<{ sync: SyncRun }>('/templates/sync', 'POST', { connectionId }),
    onSuccess: ({ sync }, connectionId) =>
      client.setQueryData<TemplateAccount[]>(templateKeys.accounts, (accounts) =>
        accounts?.map((account) => (account.connectionId === connectionId ? { ...account, sync } : account)),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: templateKeys.accounts }),
  })
}
