import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Connection } from '../connections/connection.ts'
import { pathOf } from '../connections/useConnections.ts'
import { providerRequest } from '../request.ts'
import type { Webhook, WebhookChange } from './webhook.ts'

const keyOf = ({ id }: Connection) => ['channel_whatsapp', 'webhook', id]
const HALF_A_MINUTE = 30_000

/** Asks Graph, for every level, so it is not asked again with every glance. */
export function useWebhook(connection: Connection, mayAsk = true) {
  return useQuery({
    enabled: mayAsk,
    queryKey: keyOf(connection),
    queryFn: async () =>
      (await providerRequest<{ webhook: Webhook }>(`${pathOf(connection)}/webhook`)).webhook,
    staleTime: HALF_A_MINUTE,
    retry: false,
  })
}

export function useChangeWebhook(connection: Connection) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: WebhookChange) =>
      providerRequest<{ webhook: Webhook }>(`${pathOf(connection)}/webhook`, 'PUT', change),
    onSuccess: ({ webhook }) => client.setQueryData(keyOf(connection), webhook),
  })
}
