import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { Avatar } from '@open-mercato/ui/primitives/avatar'
import type { MouseEvent } from 'react'
import { classNames } from '../../classNames.ts'
import { hrefWith } from '../data/useUrlParams.ts'
import { type Conversation, contactName } from '../model/conversation.ts'
import { fullTime, listTime } from '../model/times.ts'
import { BlockedHint } from '../window/BlockedBadge.tsx'
import { LastMessageLine } from './LastMessageLine.tsx'
import { WindowHint } from './WindowHint.tsx'

type ConversationRowProps = {
  conversation: Conversation
  isSelected: boolean
  /** Where Tab enters the list; the arrow keys lead on from there. */
  isTabStop: boolean
  now: number
  onOpen: (id: string) => void
}

/** A link, so that it opens in a new tab and its address can be passed on; a plain click stays on the page. */
export function ConversationRow({ conversation, isSelected, isTabStop, now, onOpen }: ConversationRowProps) {
  const t = useT()
  const locale = useLocale()
  const { id, contact, channel, lastMessageAt, unreadCount } = conversation
  const name = contactName(contact) ?? t('communication_channels.inbox.contact.unnamed')
  const isUnread = unreadCount > 0
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    onOpen(id)
  }
  return (
    <a
      href={hrefWith({ conversation: id })}
      onClick={open}
      tabIndex={isTabStop ? 0 : -1}
      data-conversation={id}
      aria-current={isSelected ? 'true' : undefined}
      className={classNames(
        'flex gap-3 rounded-lg px-3 py-2.5 -outline-offset-2 transition-colors',
        isSelected ? 'bg-primary-soft' : 'hover:bg-accent',
      )}
    >
      <Avatar label={name} size="md" className={classNames('mt-0.5', isSelected && 'ring-2 ring-card')} />
      <span className="flex min-w-0 flex-1 flex-col gap-0.5">
        <span className="flex items-baseline gap-2">
          <span className={classNames('min-w-0 flex-1 truncate', isUnread ? 'font-semibold' : 'font-medium')}>
            <bdi>{name}</bdi>
          </span>
          {lastMessageAt ? (
            <time
              dateTime={lastMessageAt}
              title={fullTime(lastMessageAt, locale)}
              className={classNames(
                'shrink-0 text-xs tabular-nums',
                isUnread ? 'font-semibold text-primary' : 'text-muted-foreground',
              )}
            >
              {listTime(lastMessageAt, now, locale)}
            </time>
          ) : null}
        </span>
        <span className="flex items-center gap-2">
          <LastMessageLine conversation={conversation} isUnread={isUnread} />
          {isUnread ? (
            <span className="inline-flex h-5 min-w-5 shrink-0 items-center justify-center rounded-full bg-primary px-1.5 text-[0.6875rem] font-semibold tabular-nums text-primary-foreground">
              <span className="sr-only">{t('communication_channels.inbox.list.unread')} </span>
              {unreadCount > 99 ? '99+' : unreadCount}
            </span>
          ) : null}
        </span>
        <span className="flex items-center gap-2 text-xs text-muted-foreground">
          <span className="min-w-0 flex-1 truncate">
            <bdi>{channel.displayName}</bdi>
          </span>
          {contact.isBlocked ? <BlockedHint /> : <WindowHint window={conversation.window} now={now} />}
        </span>
      </span>
    </a>
  )
}
