import { useCallback, useEffect, useState } from 'react'

type Thread = {
  messages: readonly unknown[]
  hasNextPage: boolean
  isFetchingNextPage: boolean
  isFetchNextPageError: boolean
  fetchNextPage: () => Promise<unknown>
}

/** Leads to a message of the thread; where it stands further up than what is loaded, that is loaded first. */
export function useShowMessage(thread: Thread): (messageId: string) => void {
  const { messages, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = thread
  const [wanted, setWanted] = useState<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it may be among the messages that came
  useEffect(() => {
    if (!wanted || isFetchingNextPage) return
    if (focusMessage(wanted) || !hasNextPage || isFetchNextPageError) setWanted(null)
    else void fetchNextPage()
  }, [wanted, messages, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage])
  return useCallback((messageId: string) => {
    if (!focusMessage(messageId)) setWanted(messageId)
  }, [])
}

function focusMessage(messageId: string): boolean {
  const message = document.getElementById(`message-${messageId}`)
  message?.scrollIntoView({ block: 'center' })
  message?.focus({ preventScroll: true })
  return message !== null
}
