import { useCallback, useState } from 'react'
import type { Message } from '../model/message.ts'

const keyOf = (conversationId: string) => `communication_channels.quote.${conversationId}`

/** The message that the answer being written quotes. Like the text itself it survives a change of conversation. */
export function useQuote(
  conversationId: string,
  messages: Message[],
): [Message | null, (messageId: string | null) => void] {
  const [messageId, setMessageId] = useState(() => sessionStorage.getItem(keyOf(conversationId)))
  const change = useCallback(
    (id: string | null) => {
      setMessageId(id)
      if (id) sessionStorage.setItem(keyOf(conversationId), id)
      else sessionStorage.removeItem(keyOf(conversationId))
    },
    [conversationId],
  )
  return [messages.find((message) => message.id === messageId) ?? null, change]
}
