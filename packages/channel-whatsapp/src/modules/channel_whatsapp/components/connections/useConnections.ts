import { useAppEvent } from '@open-mercato/ui/backend/injection/useAppEvent'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { providerRequest } from '../request.ts'
import { type Connection, type ConnectionInput, toRequestBody } from './connection.ts'

const queryKey = ['channel_whatsapp', 'connections']
export const pathOf = (connection: Connection) => `/connections/${encodeURIComponent(connection.id)}`

export function useConnections() {
  const client = useQueryClient()
  useAppEvent('communication_channels.account.reported', () => void client.invalidateQueries({ queryKey }))
  return useQuery({
    queryKey,
    queryFn: async () => (await providerRequest<{ items: Connection[] }>('/connections')).items,
  })
}

/** What is done to a connection also shows at the head of the page and in lists of numbers: these are read again too. */
export function useChange<Input, Result>(change: (input: Input) => Promise<Result>) {
  const client = useQueryClient()
  const readAgain = () =>
    Promise.all([
      client.invalidateQueries({ queryKey }),
      client.invalidateQueries({ queryKey: ['integrations'] }),
      client.invalidateQueries({ queryKey: ['communication_channels', 'channels'] }),
    ])
  return useMutation({ mutationFn: change, onSettled: readAgain })
}

export function useSaveConnection(connection: Connection | null) {
  return useChange((input: ConnectionInput) => {
    const body = toRequestBody(input, connection === null)
    return connection
      ? providerRequest<unknown>(pathOf(connection), 'PUT', body)
      : providerRequest<unknown>('/connections', 'POST', body)
  })
}

export function useDeleteConnection() {
  return useChange((connection: Connection) => providerRequest<unknown>(pathOf(connection), 'DELETE'))
}

export function useRefreshConnection() {
  return useChange((connection: Connection) =>
    providerRequest<unknown>(`${pathOf(connection)}/refresh`, 'POST', {}),
  )
}

export function useSwitchNumber(connection: Connection) {
  return useChange(({ channelId, isEnabled }: { channelId: string; isEnabled: boolean }) =>
    providerRequest<unknown>(`${pathOf(connection)}/numbers/${encodeURIComponent(channelId)}`, 'PUT', {
      isEnabled,
    }),
  )
}
