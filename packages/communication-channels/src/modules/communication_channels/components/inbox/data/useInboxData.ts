import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { conversationsOf } from '../model/conversationPages.ts'
import { messagesOf } from '../model/threadPages.ts'
import {
  type ConversationFilter,
  fetchChannels,
  fetchClosingSoon,
  fetchConversation,
  fetchConversations,
  fetchThreadPage,
  keys,
  orderOf,
} from './queries.ts'
import { isFinal } from './request.ts'

// Events keep the screen fresh, so what was read stays valid for a while; a lost event costs half a minute at most.
const freshFor = 30_000
const aMinute = 60_000
const retry = (failures: number, error: unknown) => failures < 2 && !isFinal(error)

export function useConversations(filter: ConversationFilter) {
  const query = useInfiniteQuery({
    queryKey: keys.list(filter),
    queryFn: ({ pageParam }) => fetchConversations(filter, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: freshFor,
    // No event says that time passes: others come to close soon, and some have closed.
    refetchInterval: filter.closingSoon ? aMinute : false,
    retry,
  })
  const order = orderOf(filter)
  const conversations = useMemo(() => conversationsOf(query.data?.pages ?? [], order), [query.data, order])
  return { ...query, conversations }
}

export function useConversation(id: string) {
  return useQuery({
    queryKey: keys.conversation(id),
    queryFn: () => fetchConversation(id),
    staleTime: freshFor,
    retry,
  })
}

export function useThread(id: string) {
  const query = useInfiniteQuery({
    queryKey: keys.thread(id),
    queryFn: ({ pageParam }) => fetchThreadPage(id, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.olderCursor,
    staleTime: freshFor,
    retry,
  })
  const messages = useMemo(() => messagesOf(query.data?.pages ?? []), [query.data])
  return { ...query, messages }
}

export function useChannels() {
  return useQuery({ queryKey: keys.channels, queryFn: fetchChannels, staleTime: freshFor, retry })
}

/** How many conversations close soon; 0 while that is not known. */
export function useClosingSoon(channelId: string | null): number {
  const query = useQuery({
    queryKey: keys.closingSoon(channelId),
    queryFn: () => fetchClosingSoon(channelId),
    staleTime: freshFor,
    refetchInterval: aMinute,
    retry,
  })
  return query.data ?? 0
}
