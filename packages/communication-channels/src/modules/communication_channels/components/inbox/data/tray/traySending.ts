import type { QueryClient } from '@tanstack/react-query'
import { isSameRequest, type SendRequest } from '../../model/outbox.ts'
import { contentOf, isSendable, standing, type TrayItem } from '../../model/trayItem.ts'
import { newKey } from '../newKey.ts'
import { postMessage } from '../postMessage.ts'
import { showNewest } from '../queries.ts'
import { RequestFailed } from '../request.ts'
import { dropItem } from './dropItem.ts'
import type { TrayStore } from './trayStore.ts'
import { problemOf } from './trayUploads.ts'

type Sending = {
  replyToMessageId: string | null
  /** What goes out before the files; they stay where it does not. */
  after?: Promise<boolean>
  /** When they are to leave; at once unless told. */
  scheduledAt?: string
}

/** Makes messages of items, one after the other. Each has its own key, so that none is sent twice however often it is tried. */
export function traySending(client: QueryClient, store: TrayStore) {
  const asked = new Map<string, { key: string; request: SendRequest }>()
  const lines = new Map<string, Promise<void>>()

  const send = async (
    item: TrayItem,
    replyToMessageId: string | null,
    scheduledAt: string | undefined,
  ): Promise<'sent' | 'refused' | 'unanswered'> => {
    const content = contentOf(item)
    const now = standing(item)
    if (!content || now?.kind !== 'ok') return 'refused'
    const earlier = asked.get(item.key)
    // What a first try quoted has left the composer since.
    const request = {
      content,
      replyToMessageId: replyToMessageId ?? earlier?.request.replyToMessageId ?? null,
      scheduledAt,
    }
    const key = earlier && isSameRequest(earlier.request, request) ? earlier.key : newKey()
    asked.set(item.key, { key, request })
    try {
      const message = await postMessage(item.conversationId, request, key)
      showNewest(client, item.conversationId, { items: [message], olderCursor: null })
    } catch (error) {
      store.change({ type: 'refused', key: item.key, problem: problemOf(error) })
      return error instanceof RequestFailed && !error.isUncertain ? 'refused' : 'unanswered'
    }
    asked.delete(item.key)
    store.change({ type: 'left', key: item.key })
    dropItem(item, now.checked.file.id)
    return 'sent'
  }

  const sendAll = async (items: TrayItem[], { replyToMessageId, after, scheduledAt }: Sending) => {
    let mayGo = after ? await after : true
    let quoted = replyToMessageId
    for (const item of items) {
      if (!mayGo) {
        store.change({ type: 'stays', key: item.key })
        continue
      }
      const outcome = await send(item, quoted, scheduledAt)
      // Only the first one answers the message.
      if (outcome === 'sent') quoted = null
      // Without an answer the next one might overtake it.
      if (outcome === 'unanswered') mayGo = false
    }
  }

  /** Sends those of the items that may go out now. A second call finds them on their way already. */
  return (conversationId: string, keys: string[], sending: Sending): Promise<void> => {
    const items = store.of(conversationId).filter((item) => keys.includes(item.key) && isSendable(item))
    for (const { key } of items) store.change({ type: 'sends', key })
    const before = lines.get(conversationId) ?? Promise.resolve()
    const line = before.then(() => sendAll(items, sending))
    lines.set(conversationId, line)
    return line
  }
}
