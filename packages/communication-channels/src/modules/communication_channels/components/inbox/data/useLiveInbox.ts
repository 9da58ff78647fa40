import { useAppEvent } from '@open-mercato/ui/backend/injection/useAppEvent'
import { type InfiniteData, type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { hasVanished, type ThreadPage, withoutUnknownOutbound } from '../model/threadPages.ts'
import { fetchConversation, fetchThreadPage, keys, showConversation, showNewest } from './queries.ts'
import { useConsentNews } from './useConsentNews.ts'

const gatherFor = 100
const tooManyToReadOneByOne = 8

/** Keeps lists and threads fresh from the hub's events. A burst of them is gathered and read once. */
export function useLiveInbox(isSending: (conversationId: string) => boolean): void {
  const client = useQueryClient()
  const gathered = useRef(new Map<string, Set<string>>())
  const timer = useRef<number | null>(null)
  useConsentNews()
  useEffect(() => () => void (timer.current && window.clearTimeout(timer.current)), [])

  useAppEvent(
    'communication_channels.circuit.*',
    () => void client.invalidateQueries({ queryKey: keys.channels }),
  )
  useAppEvent('communication_channels.*', (event) => {
    const { conversationId, messageId } = event.payload as { conversationId?: string; messageId?: string }
    if (!conversationId) return
    const messageIds = gathered.current.get(conversationId) ?? new Set()
    if (messageId) messageIds.add(messageId)
    gathered.current.set(conversationId, messageIds)
    timer.current ??= window.setTimeout(() => {
      timer.current = null
      const changes = gathered.current
      gathered.current = new Map()
      void readChanges(client, changes, isSending)
    }, gatherFor)
  })

  // The connection was lost for a while and is back: whatever happened in between sent no event.
  useAppEvent('app.reconnected', () => void client.invalidateQueries({ queryKey: keys.all }))
}

async function readChanges(
  client: QueryClient,
  changes: Map<string, Set<string>>,
  isSending: (conversationId: string) => boolean,
): Promise<void> {
  // Who somebody is changes by what they write; a panel that is open is read again.
  void client.invalidateQueries({ queryKey: keys.contacts })
  const listIsStale = changes.size > tooManyToReadOneByOne
  if (listIsStale) void client.invalidateQueries({ queryKey: keys.lists })
  await Promise.all(
    [...changes].map(async ([id, messageIds]) => {
      await Promise.all([
        refreshThread(client, id, messageIds, isSending),
        listIsStale ? invalidate(client, id) : refreshConversation(client, id),
      ])
    }),
  )
}

async function refreshConversation(client: QueryClient, id: string): Promise<void> {
  try {
    const detail = await fetchConversation(id)
    if (client.getQueryData(keys.conversation(id))) client.setQueryData(keys.conversation(id), detail)
    // One that was merged is in no list any more.
    if (detail.conversation.id !== id) await client.invalidateQueries({ queryKey: keys.lists })
    showConversation(client, detail.conversation)
  } catch {
    // Whatever went wrong is not worth a message: marked stale, it is read again as soon as somebody looks.
    await invalidate(client, id)
  }
}

function invalidate(client: QueryClient, id: string): Promise<void> {
  return client.invalidateQueries({ queryKey: keys.conversation(id) })
}

async function refreshThread(
  client: QueryClient,
  id: string,
  messageIds: Set<string>,
  isSending: (conversationId: string) => boolean,
): Promise<void> {
  const query = client.getQueryCache().find<InfiniteData<ThreadPage>>({ queryKey: keys.thread(id) })
  if (!query) return
  if (!query.isActive()) return client.invalidateQueries({ queryKey: keys.thread(id) })
  try {
    const fresh = await fetchThreadPage(id, null)
    const isMissed = [...messageIds].some((one) => !fresh.items.some((message) => message.id === one))
    const pages = query.state.data?.pages ?? []
    showNewest(client, id, isSending(id) ? withoutUnknownOutbound(pages, fresh) : fresh)
    // A change further up than the newest page, such as a late status, or something gone: read what is loaded again.
    if (isMissed || hasVanished(pages, fresh)) await client.invalidateQueries({ queryKey: keys.thread(id) })
  } catch {
    await client.invalidateQueries({ queryKey: keys.thread(id) })
  }
}
