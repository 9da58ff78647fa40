import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import type { SendableContent } from '../model/message.ts'
import { isSameRequest, type SendRequest, type SendTerms } from '../model/outbox.ts'
import { newKey } from './newKey.ts'
import { postMessage } from './postMessage.ts'
import { showNewest } from './queries.ts'

/**
 * Sends what a form hands over and waits for the answer: the form shows a refusal beside its own fields. The same
 * content after a failure goes out under the same key, so that a doubtful first try is not sent twice.
 */
export function useDirectSend(
  conversationId: string,
  replyToMessageId: string | null,
): (content: SendableContent, terms?: SendTerms) => Promise<void> {
  const client = useQueryClient()
  const open = useRef<{ key: string; request: SendRequest } | null>(null)
  return useCallback(
    async (content, terms) => {
      const request = { content, replyToMessageId, ...terms }
      if (!open.current || !isSameRequest(open.current.request, request))
        open.current = { key: newKey(), request }
      const message = await postMessage(conversationId, request, open.current.key)
      open.current = null
      showNewest(client, conversationId, { items: [message], olderCursor: null })
    },
    [client, conversationId, replyToMessageId],
  )
}
