import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { RE_ENGAGEMENT } from '../../../lib/policy/notification-intent.ts'
import { newKey } from '../data/newKey.ts'
import { keys, showNewest } from '../data/queries.ts'
import { isFinal, post, RequestFailed, request } from '../data/request.ts'
import type { Message, TemplateContent } from '../model/message.ts'

const notification: typeof RE_ENGAGEMENT = 're_engagement'

/** What would go out to take up a conversation again, read while it `isShown`, and the way to send it. */
export function useReengagement(conversationId: string, isShown: boolean, onSent: () => void) {
  const client = useQueryClient()
  // A doubtful try and the one after it are one message.
  const key = useRef<string | null>(null)
  const [isSending, setSending] = useState(false)
  const [failure, setFailure] = useState<RequestFailed | null>(null)
  const path = `/conversations/${encodeURIComponent(conversationId)}`
  const preview = useQuery({
    queryKey: [...keys.conversation(conversationId), 'reengagement'],
    queryFn: () => request<{ content: TemplateContent | null }>(`${path}/reengagement`),
    enabled: isShown,
    retry: (failures, error) => failures < 2 && !isFinal(error),
  })

  async function send(): Promise<void> {
    setSending(true)
    setFailure(null)
    key.current ??= newKey()
    try {
      // What was shown goes out, in its language.
      const language = preview.data?.content?.language
      const body = { notification: { name: notification, language, data: {} } }
      const headers = { 'Idempotency-Key': key.current }
      const { message } = await post<{ message: Message }>(`${path}/messages`, body, headers)
      key.current = null
      showNewest(client, conversationId, { items: [message], olderCursor: null })
      onSent()
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error
      if (!error.isUncertain) key.current = null
      setFailure(error)
    } finally {
      setSending(false)
    }
  }

  return { preview, send, isSending, failure }
}
