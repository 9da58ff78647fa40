import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { Button } from '@open-mercato/ui/primitives/button'
import { Spinner } from '@open-mercato/ui/primitives/spinner'
import { ArrowDown } from 'lucide-react'
import { useMemo } from 'react'
import { useMessageDecisions } from '../data/useMessageDecisions.ts'
import type { Outbox } from '../data/useOutbox.ts'
import { type MessageRow, withAlbums } from '../model/albums.ts'
import { type Conversation, type ConversationPolicy, contactName } from '../model/conversation.ts'
import { mayLeave } from '../model/mayLeave.ts'
import { isSentContent, type Message } from '../model/message.ts'
import type { Attempt } from '../model/outbox.ts'
import { mayResend } from '../model/resend.ts'
import { type InboxEntry, isAhead } from '../model/threadEntries.ts'
import { threadRows } from '../model/threadRows.ts'
import { dayHeading } from '../model/times.ts'
import { AlbumBubble } from './AlbumBubble.tsx'
import { AttemptBubble } from './AttemptBubble.tsx'
import { BubbleBoundary } from './BubbleBoundary.tsx'
import { ThreadFiles } from './files/ThreadFiles.tsx'
import { MessageBubble } from './MessageBubble.tsx'
import { NewMessageNews } from './NewMessageNews.tsx'
import { useThreadScroll } from './useThreadScroll.ts'

type MessageListProps = {
  conversation: Conversation
  policy: ConversationPolicy
  entries: InboxEntry[]
  now: number
  canSend: boolean
  hasOlder: boolean
  isReadingOlder: boolean
  readOlder: () => void
  outbox: Outbox
  onEdit: (attempt: Attempt) => void
  /** Starts an answer that quotes the message. */
  onReply?: (message: Message) => void
  /** Puts the emoji on the message, in place of one put there before; an empty one takes it back. */
  onReact?: (message: Message, emoji: string) => void
}

export function MessageList(props: MessageListProps) {
  const { conversation, policy, entries, now, canSend, hasOlder, isReadingOlder, readOlder } = props
  const { outbox, onEdit, onReply, onReact } = props
  const t = useT()
  const locale = useLocale()
  const rows = useMemo(() => withAlbums(threadRows(entries)), [entries])
  const happened = useMemo(
    () => entries.filter((entry) => entry.kind === 'attempt' || !isAhead(entry.message)),
    [entries],
  )
  const last = happened.at(-1)
  const scroll = useThreadScroll({
    firstKey: entries[0]?.key ?? null,
    lastKey: last?.key ?? null,
    isLastOwn: last?.kind === 'attempt',
    canReadOlder: hasOlder && !isReadingOlder,
    readOlder,
  })
  const loaded = useMemo(
    () =>
      new Map(
        entries.flatMap((entry) => (entry.kind === 'message' ? [[entry.message.id, entry.message]] : [])),
      ),
    [entries],
  )
  const messages = useMemo(() => [...loaded.values()], [loaded])
  const { cancel, settle } = useMessageDecisions(conversation.id, conversation.channel.providerKey)
  const leadTo = (messageId: string | null) => jumpTo(messageId, loaded)
  const mayAnswer = canSend && mayLeave(policy.freeForm)
  const name = contactName(conversation.contact) ?? t('communication_channels.inbox.contact.unnamed')
  const resend = ({ content, replyTo }: Message) => {
    if (isSentContent(content)) outbox.send(conversation.id, content, replyTo?.messageId ?? null)
  }

  const broken = (
    <li className="my-1 text-sm text-muted-foreground italic">
      {t('communication_channels.inbox.thread.broken')}
    </li>
  )

  const bubble = ({ key, entry: { message }, startsGroup, endsGroup }: MessageRow) => (
    <BubbleBoundary key={key} of={message} instead={broken}>
      <MessageBubble
        message={message}
        channelId={conversation.channel.id}
        providerKey={conversation.channel.providerKey}
        startsGroup={startsGroup}
        endsGroup={endsGroup}
        contactName={name}
        now={now}
        canResend={canSend && mayResend(message, policy, now)}
        onResend={resend}
        onCancel={canSend ? (one) => void cancel(one) : undefined}
        onSettle={canSend ? settle : undefined}
        onJump={leadTo(message.replyTo?.messageId ?? null)}
        leadTo={leadTo}
        onReply={mayAnswer ? onReply : undefined}
        onReact={mayAnswer ? onReact : undefined}
      />
    </BubbleBoundary>
  )

  return (
    <div className="relative min-h-0 min-w-0 flex-1">
      <section
        ref={scroll.scroller}
        onScroll={scroll.onScroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={t('communication_channels.inbox.thread.label')}
        className="relative h-full overflow-y-auto overscroll-contain bg-muted/60 px-3 -outline-offset-2 [overflow-anchor:none] md:px-6"
      >
        <div ref={scroll.content} className="flex min-h-full flex-col justify-end pb-4">
          <ThreadFiles messages={messages} contactName={name} providerKey={conversation.channel.providerKey}>
            <ol>
              {rows.map((row) =>
                row.kind === 'day' ? (
                  <li key={row.key} className="my-3 flex justify-center">
                    <span className="rounded-full border bg-card px-3 py-0.5 text-xs font-medium text-muted-foreground shadow-xs">
                      {dayHeading(row.at, now, locale)}
                    </span>
                  </li>
                ) : row.kind === 'album' ? (
                  <AlbumBubble key={row.key} rows={row.rows}>
                    {row.rows.map(bubble)}
                  </AlbumBubble>
                ) : row.entry.kind === 'message' ? (
                  bubble({ ...row, entry: row.entry })
                ) : (
                  <BubbleBoundary key={row.key} of={row.entry.attempt} instead={broken}>
                    <AttemptBubble
                      attempt={row.entry.attempt}
                      quoted={loaded.get(row.entry.attempt.replyToMessageId ?? '')}
                      contactName={name}
                      providerKey={conversation.channel.providerKey}
                      startsGroup={row.startsGroup}
                      endsGroup={row.endsGroup}
                      onRetry={outbox.retry}
                      onEdit={onEdit}
                      onDiscard={outbox.discard}
                    />
                  </BubbleBoundary>
                ),
              )}
            </ol>
          </ThreadFiles>
        </div>
      </section>
      {isReadingOlder ? (
        <p
          role="status"
          className="absolute inset-x-0 top-2 mx-auto flex w-fit items-center gap-2 rounded-full border bg-card px-3 py-1 text-sm text-muted-foreground shadow-card"
        >
          <Spinner size="sm" /> {t('communication_channels.inbox.thread.readingOlder')}
        </p>
      ) : null}
      {scroll.isAtEnd ? null : (
        <div className="absolute inset-x-0 bottom-3 flex justify-center">
          <Button
            variant={scroll.hasUnseen ? 'default' : 'outline'}
            size="sm"
            className="rounded-full shadow-overlay"
            onClick={scroll.jumpToEnd}
          >
            <ArrowDown />
            {t(`communication_channels.inbox.thread.${scroll.hasUnseen ? 'newMessages' : 'toNewest'}`)}
          </Button>
        </div>
      )}
      <NewMessageNews entry={happened.findLast(({ kind }) => kind === 'message')} />
    </div>
  )
}

function jumpTo(messageId: string | null, loaded: Map<string, Message>): (() => void) | null {
  if (!messageId || !loaded.has(messageId)) return null
  return () => {
    const message = document.getElementById(`message-${messageId}`)
    message?.scrollIntoView({ block: 'center' })
    message?.focus({ preventScroll: true })
  }
}
