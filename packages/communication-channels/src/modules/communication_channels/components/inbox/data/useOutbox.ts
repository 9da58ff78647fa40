import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react'
import type { Message, SendableContent, TemplateContent, TextContent } from '../model/message.ts'
import { toSendable } from '../model/message.ts'
import { type Attempt, afterReload, changeOutbox, isSameContent } from '../model/outbox.ts'
import { showNewest } from './queries.ts'
import { post, RequestFailed } from './request.ts'

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
    async (attempt: Pick<Attempt, 'key' | 'conversationId' | 'content'>) => {
      try {
        const message = await postMessage(attempt.conversationId, toSendable(attempt.content), attempt.key)
        showNewest(client, attempt.conversationId, { items: [message], olderCursor: null })
        dispatch({ type: 'accepted', key: attempt.key, messageId: message.id })
      } catch (error) {
        const failed = error instanceof RequestFailed ? error : new RequestFailed(0, null)
        dispatch({
          type: failed.isUncertain ? 'unanswered' : 'refused',
          key: attempt.key,
          problem: { code: failed.code, message: failed.message, action: failed.action },
        })
      }
    },
    [client],
  )

  const send = useCallback(
    (conversationId: string, content: TextContent | TemplateContent) => {
      const attempt = { key: newKey(), conversationId, content, createdAt: new Date().toISOString() }
      dispatch({ type: 'started', attempt })
      void deliver(attempt)
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
      latest.current.some((one) => one.conversationId === conversationId && one.state === 'sending'),
    [],
  )
  return useMemo(
    () => ({ attempts, send, retry, discard, isSending }),
    [attempts, send, retry, discard, isSending],
  )
}

/**
 * Sends what a composer widget hands over and waits for the answer: the widget shows a refusal beside its own fields.
 * The same content after a failure goes out under the same key, so that a doubtful first try is not sent twice.
 */
export function useDirectSend(conversationId: string): (content: SendableContent) => Promise<void> {
  const client = useQueryClient()
  const open = useRef<{ key: string; content: SendableContent } | null>(null)
  return useCallback(
    async (content) => {
      if (!open.current || !isSameContent(open.current.content, content))
        open.current = { key: newKey(), content }
      const message = await postMessage(conversationId, content, open.current.key)
      open.current = null
      showNewest(client, conversationId, { items: [message], olderCursor: null })
    },
    [client, conversationId],
  )
}

async function postMessage(conversationId: string, content: SendableContent, key: string): Promise<Message> {
  const path = `/conversations/${encodeURIComponent(conversationId)}/messages`
  return (await post<{ message: Message }>(path, { content }, { 'Idempotency-Key': key })).message
}

// Not crypto.randomUUID: browsers offer that only on https and localhost, and shops try us on a local network first.
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}

function readStored(): Attempt[] {
  try {
    return afterReload(JSON.parse(sessionStorage.getItem(storageKey) ?? '[]'))
  } catch {
    return []
  }
}
