import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react'
import { toSendable } from '../model/message.ts'
import {
  type AnyAttempt,
  type AttemptContent,
  afterReload,
  changeOutbox,
  isReaction,
  type NewAttempt,
} from '../model/outbox.ts'
import { newKey } from './newKey.ts'
import { postMessage } from './postMessage.ts'
import { keys, showNewest } from './queries.ts'
import { RequestFailed } from './request.ts'

const storageKey = 'communication_channels.outbox'

export type Outbox = ReturnType<typeof useOutbox>

/** Everything this tab wants to send and has no message for yet; kept for the session, so that a reload loses no text. */
export function useOutbox() {
  const client = useQueryClient()
  const [attempts, dispatch] = useReducer(changeOutbox, null, readStored)
  const latest = useRef(attempts)
  latest.current = attempts
  useEffect(() => sessionStorage.setItem(storageKey, JSON.stringify(attempts)), [attempts])

  const deliver = useCallback(
    async (attempt: NewAttempt): Promise<boolean> => {
      const { key, conversationId, replyToMessageId, scheduledAt } = attempt
      const content = toSendable(attempt.content)
      try {
        const message = await postMessage(conversationId, { content, replyToMessageId, scheduledAt }, key)
        if (content.type === 'reaction') {
          // It shows on its message, which is read again before the wish lets go.
          await client.invalidateQueries({ queryKey: keys.thread(conversationId) })
          dispatch({ type: 'discarded', key })
        } else {
          showNewest(client, conversationId, { items: [message], olderCursor: null })
          dispatch({ type: 'accepted', key, messageId: message.id })
        }
        return true
      } catch (error) {
        const failed = error instanceof RequestFailed ? error : new RequestFailed(0, null)
        dispatch({
          type: failed.isUncertain ? 'unanswered' : 'refused',
          key,
          problem: { code: failed.code, message: failed.message, action: failed.action },
        })
        return false
      }
    },
    [client],
  )

  // One reaction after the other: the last one chosen has to be the last one to arrive.
  const reactions = useRef(Promise.resolve(true))
  /** Resolves once the server has answered: true where it accepted. */
  const send = useCallback(
    (
      conversationId: string,
      content: AttemptContent,
      replyToMessageId: string | null = null,
      scheduledAt?: string,
    ): Promise<boolean> => {
      const attempt: NewAttempt = {
        key: newKey(),
        conversationId,
        content,
        replyToMessageId,
        scheduledAt,
        createdAt: new Date().toISOString(),
      }
      dispatch({ type: 'started', attempt })
      if (content.type !== 'reaction') return deliver(attempt)
      reactions.current = reactions.current.then(() => deliver(attempt))
      return reactions.current
    },
    [deliver],
  )

  const retry = useCallback(
    (key: string) => {
      const attempt = latest.current.find((one) => one.key === key)
      if (!attempt || attempt.state === 'sending') return
      dispatch({ type: 'retried', key })
      void deliver(attempt)
    },
    [deliver],
  )

  const discard = useCallback((key: string) => dispatch({ type: 'discarded', key }), [])
  const isSending = useCallback(
    (conversationId: string) =>
      latest.current.some(
        (one) => one.conversationId === conversationId && one.state === 'sending' && !isReaction(one),
      ),
    [],
  )
  return useMemo(
    () => ({ attempts, send, retry, discard, isSending }),
    [attempts, send, retry, discard, isSending],
  )
}

function readStored(): AnyAttempt[] {
  try {
    return afterReload(JSON.parse(sessionStorage.getItem(storageKey) ?? '[]'))
  } catch {
    return []
  }
}
