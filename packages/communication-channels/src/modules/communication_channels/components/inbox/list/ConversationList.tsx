import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Button } from '@open-mercato/ui/primitives/button'
import { type UIEvent, useEffect, useRef } from 'react'
import type { ConversationFilter } from '../data/queries.ts'
import type { useConversations } from '../data/useInboxData.ts'
import { useMinute } from '../data/useNow.ts'
import { ConversationRow } from './ConversationRow.tsx'
import { EmptyList, FailedList, ListSkeleton } from './ListStates.tsx'
import { moveFocus } from './moveFocus.ts'

type ConversationListProps = {
  list: ReturnType<typeof useConversations>
  filter: ConversationFilter
  selectedId: string | null
  onOpen: (id: string) => void
  onShowAll: () => void
}

const nearTheEnd = 600

export function ConversationList({ list, filter, selectedId, onOpen, onShowAll }: ConversationListProps) {
  const t = useT()
  const now = useMinute()
  const scroller = useRef<HTMLDivElement>(null)
  const { conversations, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list
  const canRead = hasNextPage && !isFetchingNextPage && !isFetchNextPageError

  const readMore = (event: UIEvent<HTMLElement>) => {
    const { scrollHeight, scrollTop, clientHeight } = event.currentTarget
    if (canRead && scrollHeight - scrollTop - clientHeight < nearTheEnd) void fetchNextPage()
  }

  // A tall screen may not be filled by the first page, and what does not scroll never asks for more.
  useEffect(() => {
    const box = scroller.current
    if (
      box &&
      canRead &&
      conversations.length > 0 &&
      box.clientHeight > 0 &&
      box.scrollHeight <= box.clientHeight
    ) {
      void fetchNextPage()
    }
  }, [canRead, conversations.length, fetchNextPage])

  if (list.isPending) return <ListSkeleton />
  if (list.isError && conversations.length === 0)
    return <FailedList error={list.error} onRetry={list.refetch} />
  if (conversations.length === 0) return <EmptyList filter={filter} onShowAll={onShowAll} />
  const tabStop = conversations.find(({ id }) => id === selectedId) ?? conversations[0]
  return (
    <div ref={scroller} onScroll={readMore} className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-2">
      <ul
        aria-label={t('communication_channels.inbox.list.label')}
        onKeyDown={moveFocus}
        className="flex flex-col gap-0.5"
      >
        {conversations.map((conversation) => (
          <li
            key={conversation.id}
            className="[contain-intrinsic-size:auto_5.25rem] [content-visibility:auto]"
          >
            <ConversationRow
              conversation={conversation}
              isSelected={conversation.id === selectedId}
              isTabStop={conversation === tabStop}
              now={now}
              onOpen={onOpen}
            />
          </li>
        ))}
      </ul>
      {isFetchingNextPage ? <ListSkeleton rows={2} /> : null}
      {isFetchNextPageError ? (
        <p className="grid justify-items-center gap-2 p-4 text-sm text-muted-foreground">
          {t('communication_channels.inbox.list.moreFailed')}
          <Button variant="outline" size="sm" onClick={() => void fetchNextPage()}>
            {t('communication_channels.inbox.retry')}
          </Button>
        </p>
      ) : null}
    </div>
  )
}
