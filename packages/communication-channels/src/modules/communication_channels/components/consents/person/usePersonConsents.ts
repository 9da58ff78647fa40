import { useAppEvent } from '@open-mercato/ui/backend/injection/useAppEvent'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { isFinal, request } from '../../inbox/data/request.ts'
import { useGathered } from '../../inbox/data/useGathered.ts'
import type { PersonConsents } from './consent.ts'

const root = 'communication_channels'
export const personConsentsKey = (contactId: string) => [root, 'consents', 'person', contactId] as const

const gatherFor = 200

/** How a person stands, kept as it is: a STOP that comes in while somebody looks is seen. */
export function usePersonConsents(contactId: string) {
  const client = useQueryClient()
  const queryKey = personConsentsKey(contactId)
  const readAgain = useGathered(() => void client.invalidateQueries({ queryKey }), gatherFor)
  // By whomever it is: who was joined with this person meanwhile is told of under another id.
  useAppEvent('communication_channels.consent.changed', readAgain)
  useAppEvent('app.reconnected', readAgain)
  return useQuery({
    queryKey,
    queryFn: () => request<PersonConsents>(`/contacts/${encodeURIComponent(contactId)}/consents`),
    refetchOnMount: 'always',
    retry: (failures, error) => failures < 2 && !isFinal(error),
  })
}
