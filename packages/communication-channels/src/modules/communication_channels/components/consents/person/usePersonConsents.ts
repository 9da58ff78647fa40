import { useAppEvent } from '@open-mercato/ui/backend/injection/useAppEvent'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { isFinal, request } from '../../inbox/data/request.ts'
import { useGathered } from '../../inbox/data/useGathered.ts'
import type { PersonConsents } from './consent.ts'

const root = 'communication_channels'
export const personConsentsKey = (contactId: string) => [root, 'consents', 'person', contactId] as const

/** What is about them is seen at once; of others, whoever was joined with them is told of under another id. */
const [SOON_MS, LATER_MS] = [200, 3_000]

/** How a person stands, kept as it is: a STOP that comes in while somebody looks is seen. */
export function usePersonConsents(contactId: string) {
  const client = useQueryClient()
  const queryKey = personConsentsKey(contactId)
  const invalidate = () => void client.invalidateQueries({ queryKey })
  const [soon, later] = [useGathered(invalidate, SOON_MS), useGathered(invalidate, LATER_MS)]
  useAppEvent('communication_channels.consent.changed', ({ payload }) => {
    const person = client.getQueryData<PersonConsents>(queryKey)
    const isTheirs = [contactId, person?.contactId].includes((payload as { contactId: string }).contactId)
    if (isTheirs) soon()
    else later()
  })
  // A question or an answer that left may yet be refused.
  useAppEvent('communication_channels.message.status_changed', ({ payload }) => {
    const { conversationId } = payload as { conversationId: string }
    const events = client.getQueryData<PersonConsents>(queryKey)?.events
    if (events?.some((event) => event.conversationId === conversationId)) soon()
  })
  useAppEvent('app.reconnected', soon)
  return useQuery({
    queryKey,
    queryFn: () => request<PersonConsents>(`/contacts/${encodeURIComponent(contactId)}/consents`),
    refetchOnMount: 'always',
    retry: (failures, error) => failures < 2 && !isFinal(error),
  })
}
