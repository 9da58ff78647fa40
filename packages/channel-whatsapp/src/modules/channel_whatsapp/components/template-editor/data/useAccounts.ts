import { useQuery } from '@tanstack/react-query'
import { providerRequest } from '../../request.ts'

interface Account {
  connectionId: string
  name: string
}

/** The accounts that templates can be written for. */
export function useAccounts() {
  return useQuery({
    queryKey: ['channel_whatsapp', 'template-editor', 'accounts'],
    queryFn: async () => (await providerRequest<{ items: Account[] }>('/templates/accounts')).items,
  })
}
