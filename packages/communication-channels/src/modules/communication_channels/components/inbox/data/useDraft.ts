import { useCallback, useState } from 'react'

const keyOf = (conversationId: string) => `communication_channels.draft.${conversationId}`

/** The text being written in one conversation. It survives a change of conversation and a reload, not the tab. */
export function useDraft(conversationId: string): [string, (text: string) => void] {
  const [draft, setDraft] = useState(() => sessionStorage.getItem(keyOf(conversationId)) ?? '')
  const change = useCallback(
    (text: string) => {
      setDraft(text)
      if (text) sessionStorage.setItem(keyOf(conversationId), text)
      else sessionStorage.removeItem(keyOf(conversationId))
    },
    [conversationId],
  )
  return [draft, change]
}
