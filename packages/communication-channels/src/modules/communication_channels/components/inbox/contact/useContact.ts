import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { keys } from '../data/queries.ts'
import { isFinal, post, request } from '../data/request.ts'
import type { Contact } from '../model/conversation.ts'
import type { ContactDetail } from './contact.ts'

export function useContact(id: string) {
  return useQuery({
    queryKey: keys.contact(id),
    queryFn: () => request<ContactDetail>(`/contacts/${encodeURIComponent(id)}`),
    // Whatever happened while nobody looked is read as soon as somebody does.
    refetchOnMount: 'always',
    retry: (failures, error) => failures < 2 && !isFinal(error),
  })
}

/** Who has exactly this number; nobody is asked for before there is one. */
export function useContactByPhone(phone: string | null) {
  return useQuery({
    queryKey: [...keys.all, 'contact-by-phone', phone],
    queryFn: () => request<{ items: Contact[] }>(`/contacts?phone=${encodeURIComponent(phone!)}`),
    enabled: phone !== null,
    retry: false,
  })
}

export type Decide =
  | { what: 'join'; contactId: string; reason: string }
  | { what: 'split'; identityIds: string[]; reason: string }
  | { what: 'undo'; eventId: string; reason: string }
  | { what: 'revoke'; decisionId: string }

/** What a person decides about a contact. Threads may move by it, so everything on screen is read anew. */
export function useDecide(contactId: string, onDone: (detail: ContactDetail) => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (decide: Decide) => post<ContactDetail>(...requestFor(contactId, decide)),
    onSuccess: async (detail) => {
      client.setQueryData(keys.contact(detail.contact.id), detail)
      onDone(detail)
      await client.invalidateQueries({ queryKey: keys.all })
    },
  })
}

function requestFor(id: string, decide: Decide): [path: string, body: object] {
  const contact = `/contacts/${encodeURIComponent(id)}`
  const reason = 'reason' in decide && decide.reason.trim() ? { reason: decide.reason.trim() } : {}
  switch (decide.what) {
    case 'join':
      return [`${contact}/join`, { contactId: decide.contactId, ...reason }]
    case 'split':
      return [`${contact}/split`, { identityIds: decide.identityIds, ...reason }]
    case 'undo':
      return [`${contact}/split`, { eventId: decide.eventId, ...reason }]
    case 'revoke':
      return [`/contacts/decisions/${encodeURIComponent(decide.decisionId)}/revoke`, {}]
  }
}
