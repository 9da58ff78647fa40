import { useT } from '@open-mercato/shared/lib/i18n/context'
import { classNames } from '../../classNames.ts'
import { messageLine } from '../model/contentWords.ts'
import type { Conversation } from '../model/conversation.ts'
import { tickOf } from '../model/tick.ts'
import { TickMark } from '../thread/TickMark.tsx'

type LastMessageLineProps = { conversation: Conversation; isUnread: boolean }

/** The newest message in one line: who wrote it, how far it got, how it begins. */
export function LastMessageLine({ conversation, isUnread }: LastMessageLineProps) {
  const t = useT()
  const { lastMessage } = conversation
  const kind = lastMessage?.isVoice ? 'voice' : (lastMessage?.contentType ?? 'none')
  const line = messageLine(t, kind, lastMessage?.preview ?? null)
  const tick = lastMessage?.direction === 'outbound' ? tickOf(lastMessage.status) : null
  return (
    <span
      className={classNames(
        'flex min-w-0 flex-1 items-center gap-1 text-sm',
        isUnread ? 'text-foreground' : 'text-muted-foreground',
      )}
    >
      {tick ? <TickMark tick={tick} /> : null}
      {lastMessage?.direction === 'outbound' ? (
        <span className="sr-only">{t('communication_channels.inbox.list.outbound')} </span>
      ) : null}
      <bdi className={classNames('truncate', !lastMessage?.preview && 'italic')}>{line}</bdi>
    </span>
  )
}
