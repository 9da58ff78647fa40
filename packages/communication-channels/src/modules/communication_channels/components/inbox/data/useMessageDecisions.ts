import { useT } from '@open-mercato/shared/lib/i18n/context'
import { flash } from '@open-mercato/ui/backend/FlashMessages'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Message } from '../model/message.ts'
import { problemText } from '../model/problemText.ts'
import { keys, showNewest } from './queries.ts'
import { post, RequestFailed } from './request.ts'
import { type SettleChoice, settleMessages } from './settleMessages.ts'

/** What a person decides about a message of ours that has not left, or of which nobody knows whether it has. */
export function useMessageDecisions(conversationId: string, providerKey: string) {
  const t = useT()
  const client = useQueryClient()

  const readAgain = useCallback(
    () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.thread(conversationId) }),
        client.invalidateQueries({ queryKey: keys.unsettled }),
      ]),
    [client, conversationId],
  )
  const complain = useCallback(
    (problem: { code: string; message: string; action: string | null }) => {
      const { reason, action } = problemText(t, providerKey, problem)
      flash([reason, action].filter(Boolean).join(' '), 'error')
    },
    [t, providerKey],
  )

  const cancel = useCallback(
    async ({ id }: Message) => {
      try {
        const path = `/messages/${encodeURIComponent(id)}/cancel`
        const { message } = await post<{ message: Message }>(path, {})
        showNewest(client, conversationId, { items: [message], olderCursor: null })
        keepFocusAt(id)
      } catch (error) {
        complain(error instanceof RequestFailed ? error : new RequestFailed(0, null))
        await readAgain()
      }
    },
    [client, conversationId, complain, readAgain],
  )

  const settle = useCallback(
    async ({ id }: Message, as: SettleChoice) => {
      try {
        const { skipped } = await settleMessages([id], as)
        for (const { code, error } of skipped) complain({ code, message: error, action: null })
      } catch (error) {
        complain(error instanceof RequestFailed ? error : new RequestFailed(0, null))
      }
      await readAgain()
      keepFocusAt(id)
    },
    [complain, readAgain],
  )
  return { cancel, settle }
}

/** What was pressed is gone by now: whoever works by keyboard stays at the message. */
function keepFocusAt(messageId: string): void {
  window.setTimeout(() => {
    if (document.activeElement === document.body)
      document.getElementById(`message-${messageId}`)?.focus({ preventScroll: true })
  }, 50)
}
