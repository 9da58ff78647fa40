import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { Conversation } from '../model/conversation.ts'
import { type ConversationDetail, keys, showConversation } from './queries.ts'
import { post } from './request.ts'

/** Marks the conversation as read while somebody really looks at it: the thread is loaded and the tab visible. */
export function useMarkRead(conversation: Conversation | undefined): void {
  const client = useQueryClient()
  const isVisible = useSyncExternalStore(
    (notify) => {
      document.addEventListener('visibilitychange', notify)
      return () => document.removeEventListener('visibilitychange', notify)
    },
    () => document.visibilityState === 'visible',
  )
  // One try per new message: a refusal is not asked again until something changes.
  const tried = useRef<string | null>(null)
  const mark = conversation ? `${conversation.id}:${conversation.updatedAt}` : null

  useEffect(() => {
    if (!conversation || conversation.unreadCount === 0 || !isVisible || tried.current === mark) return
    tried.current = mark
    post(`/conversations/${encodeURIComponent(conversation.id)}/read`, {})
      .then(() => {
        const known = client.getQueryData<ConversationDetail>(
          keys.conversation(conversation.id),
        )?.conversation
        // What came meanwhile is newer than this answer, and tells of itself.
        if (known?.updatedAt === conversation.updatedAt) {
          showConversation(client, { ...conversation, unreadCount: 0 })
        }
      })
      .catch(() => {})
  }, [client, conversation, isVisible, mark])
}
