import { useAppEvent } from '@open-mercato/ui/backend/injection/useAppEvent'
import { type Query, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { type ConversationDetail, keys } from './queries.ts'
import { useGathered } from './useGathered.ts'

const gatherFor = 200

/**
 * What somebody agreed to says what may be sent to them, in whichever of their threads: those are read again. An import tells
 * of thousands of people, and hardly any of them is on screen.
 */
export function useConsentNews(): void {
  const client = useQueryClient()
  const changed = useRef(new Set<string>())
  const readAgain = useGathered(() => {
    const contactIds = changed.current
    changed.current = new Set()
    const isTheirs = ({ state }: Query) => {
      const detail = state.data as ConversationDetail | undefined
      return !detail || contactIds.has(detail.conversation.contact.id)
    }
    void client.invalidateQueries({ queryKey: keys.openConversations, predicate: isTheirs })
  }, gatherFor)
  useAppEvent('communication_channels.consent.changed', ({ payload }) => {
    changed.current.add((payload as { contactId: string }).contactId)
    readAgain()
  })
}
