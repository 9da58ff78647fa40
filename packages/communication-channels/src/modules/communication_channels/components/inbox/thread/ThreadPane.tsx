import { useCallback, useMemo, useState } from 'react'
import { Composer } from '../composer/Composer.tsx'
import { useDraft } from '../data/useDraft.ts'
import { useFailedReactions } from '../data/useFailedReactions.ts'
import { useConversation, useThread } from '../data/useInboxData.ts'
import { useMarkRead } from '../data/useMarkRead.ts'
import { useNow } from '../data/useNow.ts'
import type { Outbox } from '../data/useOutbox.ts'
import { useQuote } from '../data/useQuote.ts'
import { useSettledAttempts } from '../data/useSettledAttempts.ts'
import { useWindowExpiry } from '../data/useWindowExpiry.ts'
import { askedAgainAt } from '../model/askedAgain.ts'
import { asProviderSays, closedAtProvider } from '../model/closedAtProvider.ts'
import { mayLeave } from '../model/mayLeave.ts'
import { type Attempt, isBubble } from '../model/outbox.ts'
import { withPendingReactions } from '../model/pendingReactions.ts'
import { threadEntries } from '../model/threadEntries.ts'
import { untilNextWindowChange } from '../model/windowPhase.ts'
import { useShowMessage } from '../window/useShowMessage.ts'
import { CircuitBanner } from './CircuitBanner.tsx'
import { FileDropZone } from './FileDropZone.tsx'
import { MessageList } from './MessageList.tsx'
import { ThreadHeader } from './ThreadHeader.tsx'
import { FailedThread, ThreadSkeleton } from './ThreadStates.tsx'

type ThreadPaneProps = {
  conversationId: string
  outbox: Outbox
  userId: string | null
  canSend: boolean
  onBack: () => void
}

/** One conversation: who it is with, what was said, and the answer being written. Remounted per conversation. */
export function ThreadPane({ conversationId, outbox, userId, canSend, onBack }: ThreadPaneProps) {
  const detail = useConversation(conversationId)
  const thread = useThread(conversationId)
  const [draft, setDraft] = useDraft(conversationId)
  const window = detail.data?.conversation.window
  const now = useNow((at) => (window ? untilNextWindowChange(window, at) : null) ?? 60_000)
  const attempts = useMemo(
    () => outbox.attempts.filter((attempt) => attempt.conversationId === conversationId),
    [outbox.attempts, conversationId],
  )
  const entries = useMemo(() => {
    const author = userId ? { userId, name: null } : null
    const messages = withPendingReactions(thread.messages, attempts, author)
    return threadEntries(messages, attempts.filter(isBubble), userId)
  }, [thread.messages, attempts, userId])
  const [quote, quoteMessage] = useQuote(conversationId, thread.messages)
  const unquote = useCallback(() => quoteMessage(null), [quoteMessage])
  useMarkRead(thread.isSuccess ? detail.data?.conversation : undefined)
  useSettledAttempts(attempts, thread.messages, outbox.discard)
  useFailedReactions(attempts, detail.data?.conversation.channel.providerKey, outbox.discard)
  const refusedBy = detail.data ? closedAtProvider(detail.data.conversation, thread.messages, now) : null
  const shown = detail.data ? asProviderSays(detail.data, refusedBy) : undefined
  const policy = useWindowExpiry(shown, now)
  const [isWhoShown, setWhoShown] = useState(false)
  const showMessage = useShowMessage(thread)

  if (detail.isError && !detail.data) {
    return <FailedThread error={detail.error} onRetry={() => void detail.refetch()} onBack={onBack} />
  }
  if (!shown || !policy) return <ThreadSkeleton />
  const { conversation } = shown

  const mayAnswer = canSend && mayLeave(policy.freeForm)
  const edit = (attempt: Attempt) => {
    if (attempt.content.type !== 'text') return
    setDraft(draft.trim() ? `${attempt.content.text}\n${draft}` : attempt.content.text)
    if (attempt.replyToMessageId) quoteMessage(attempt.replyToMessageId)
    outbox.discard(attempt.key)
  }

  return (
    <FileDropZone conversation={conversation} mayAttach={mayAnswer}>
      <ThreadHeader
        conversation={conversation}
        now={now}
        isWhoShown={isWhoShown}
        onWho={setWhoShown}
        onBack={onBack}
        onShowMessage={showMessage}
      />
      <CircuitBanner channel={conversation.channel} now={now} />
      {thread.isError && !thread.data ? (
        <div className="min-h-0 flex-1">
          <FailedThread error={thread.error} onRetry={() => void thread.refetch()} onBack={onBack} />
        </div>
      ) : thread.isPending ? (
        <ThreadSkeleton />
      ) : (
        <MessageList
          conversation={conversation}
          policy={policy}
          entries={entries}
          now={now}
          canSend={canSend}
          hasOlder={thread.hasNextPage}
          isReadingOlder={thread.isFetchingNextPage}
          readOlder={() => void thread.fetchNextPage()}
          outbox={outbox}
          onEdit={edit}
          onReply={(message) => quoteMessage(message.id)}
          onReact={(message, emoji) =>
            outbox.send(conversationId, { type: 'reaction', messageId: message.id, emoji })
          }
        />
      )}
      <Composer
        conversation={conversation}
        policy={policy}
        canSend={canSend}
        draft={draft}
        onDraft={setDraft}
        onSend={(text, scheduledAt) => {
          unquote()
          return outbox.send(conversationId, { type: 'text', text }, quote?.id ?? null, scheduledAt)
        }}
        quote={quote}
        onUnquote={unquote}
        refusedBy={refusedBy}
        askedAt={askedAgainAt(thread.messages, now)}
        onWho={() => setWhoShown(true)}
      />
    </FileDropZone>
  )
}
