import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { Channel, Conversation, ConversationPolicy } from '../model/conversation.ts'
import {
  byActivity,
  byClosing,
  type ConversationPage,
  closesSoon,
  placeConversation,
} from '../model/conversationPages.ts'
import type { FileView } from '../model/file.ts'
import { mergeNewestPage, type ThreadPage, withFile } from '../model/threadPages.ts'
import { request } from './request.ts'

/** At most one of the two: those that are unread, and those whose window closes soon. */
export type ConversationFilter = { onlyUnread: boolean; closingSoon: boolean; channelId: string | null }
export type ConversationDetail = { conversation: Conversation; policy: ConversationPolicy }

const root = 'communication_channels'
export const keys = {
  all: [root] as const,
  lists: [root, 'conversations'] as const,
  closingSoon: (channelId: string | null) => [root, 'closing-soon', channelId] as const,
  list: (filter: ConversationFilter) => [root, 'conversations', filter] as const,
  openConversations: [root, 'conversation'] as const,
  conversation: (id: string) => [root, 'conversation', id] as const,
  threads: [root, 'thread'] as const,
  thread: (id: string) => [root, 'thread', id] as const,
  contacts: [root, 'contact'] as const,
  contact: (id: string) => [root, 'contact', id] as const,
  channels: [root, 'channels'] as const,
  settings: [root, 'settings'] as const,
  unsettled: [root, 'unsettled'] as const,
  fileRetry: (fileId: string) => [root, 'file-retry', fileId] as const,
}

/** In what order a list stands. */
export function orderOf({ closingSoon }: ConversationFilter) {
  return closingSoon ? byClosing : byActivity
}

export function fetchConversations(
  filter: ConversationFilter,
  cursor: string | null,
): Promise<ConversationPage> {
  const query = new URLSearchParams({ limit: '30' })
  if (filter.onlyUnread) query.set('unread', 'true')
  if (filter.closingSoon) query.set('window', 'closing_soon')
  if (filter.channelId) query.set('channelId', filter.channelId)
  if (cursor) query.set('cursor', cursor)
  return request(`/conversations?${query}`)
}

/** How many conversations there are whose window closes soon; at most a hundred. */
export async function fetchClosingSoon(channelId: string | null): Promise<number> {
  const query = new URLSearchParams({ window: 'closing_soon', limit: '1' })
  if (channelId) query.set('channelId', channelId)
  return (await request<{ closingSoon: number }>(`/conversations?${query}`)).closingSoon
}

export function fetchConversation(id: string): Promise<ConversationDetail> {
  return request(`/conversations/${encodeURIComponent(id)}`)
}

export function fetchThreadPage(id: string, before: string | null): Promise<ThreadPage> {
  const query = new URLSearchParams({ limit: '50' })
  if (before) query.set('before', before)
  return request(`/conversations/${encodeURIComponent(id)}/messages?${query}`)
}

export async function fetchChannels(): Promise<Channel[]> {
  return (await request<{ items: Channel[] }>('/channels')).items
}

/** Shows a changed conversation in every list it belongs to, and in its own pane. */
export function showConversation(client: QueryClient, changed: Conversation): void {
  for (const query of client.getQueryCache().findAll({ queryKey: keys.lists })) {
    const filter = query.queryKey[2] as ConversationFilter
    if (filter.channelId && filter.channelId !== changed.channel.id) continue
    client.setQueryData<InfiniteData<ConversationPage>>(query.queryKey, (data) => {
      if (!data) return data
      const isShown = data.pages.some((page) => page.items.some((one) => one.id === changed.id))
      // One that was read stays where it is until the list is opened again: nothing vanishes under the cursor.
      if (filter.onlyUnread && changed.unreadCount === 0 && !isShown) return data
      if (filter.closingSoon && !closesSoon(changed, Date.now()) && !isShown) return data
      return { ...data, pages: placeConversation(data.pages, changed, orderOf(filter)) }
    })
  }
  client.setQueryData<ConversationDetail>(keys.conversation(changed.id), (detail) =>
    detail ? { ...detail, conversation: changed } : detail,
  )
}

/** Puts freshly read messages into a thread on screen. */
export function showNewest(client: QueryClient, conversationId: string, fresh: ThreadPage): void {
  client.setQueryData<InfiniteData<ThreadPage, string | null>>(keys.thread(conversationId), (data) => {
    if (!data) return data
    const pages = mergeNewestPage(data.pages, fresh)
    return { pages, pageParams: pages.length === 1 ? [null] : data.pageParams }
  })
}

/** Puts the new state of a file into every thread on screen that shows it. */
export function showFile(client: QueryClient, file: FileView): void {
  client.setQueriesData<InfiniteData<ThreadPage, string | null>>({ queryKey: keys.threads }, (data) =>
    data ? { ...data, pages: data.pages.map((page) => withFile(page, file)) } : data,
  )
}
