import { useCallback } from 'react'
import { request } from './request.ts'

const pause = 20_000
const keyOf = (conversationId: string) => `communication_channels.typing.${conversationId}`

/**
 * Tells the customer's side that an answer is being written. Called with the text at every keystroke, it asks the server
 * at most every 20 seconds: what it shows there lasts a little longer than that. Nothing depends on it, so a failure is
 * nobody's concern.
 */
export function useTyping(conversationId: string): (text: string) => void {
  return useCallback(
    (text) => {
      const now = Date.now()
      if (!text.trim() || document.visibilityState !== 'visible') return
      // Kept with the tab and not with the pane: going to and fro between conversations asks no more often.
      if (now - Number(sessionStorage.getItem(keyOf(conversationId))) < pause) return
      sessionStorage.setItem(keyOf(conversationId), String(now))
      request(`/conversations/${encodeURIComponent(conversationId)}/typing`, { method: 'POST' }).catch(
        () => {},
      )
    },
    [conversationId],
  )
}
