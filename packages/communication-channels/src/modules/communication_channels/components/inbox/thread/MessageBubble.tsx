import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { useCurrentUserId } from '@open-mercato/ui/backend/utils/useCurrentUserId'
import type { Message } from '../model/message.ts'
import { tickOf } from '../model/tick.ts'
import { clockTime, fullTime } from '../model/times.ts'
import { BubbleFrame } from './BubbleFrame.tsx'
import { MessageBody } from './MessageBody.tsx'
import { MessageProblem } from './MessageProblem.tsx'
import { TickMark } from './TickMark.tsx'

type MessageBubbleProps = {
  message: Message
  providerKey: string
  startsGroup: boolean
  endsGroup: boolean
  canResend: boolean
  onResend: (message: Message) => void
}

export function MessageBubble(props: MessageBubbleProps) {
  const { message, providerKey, startsGroup, endsGroup, canResend, onResend } = props
  const t = useT()
  const locale = useLocale()
  const ownId = useCurrentUserId()
  const isOwn = message.author !== null && message.author.userId === ownId
  const author = isOwn
    ? t('communication_channels.inbox.you')
    : (message.author?.name ?? t('communication_channels.inbox.automatic'))
  const isOutbound = message.direction === 'outbound'
  const tick = isOutbound ? tickOf(message.status) : null
  const times = message.statusTimes
  const latest = times.read ?? times.delivered ?? times.failed ?? times.sent
  const timeLine = (
    <span className="flex items-center gap-1 text-[0.6875rem] leading-none text-muted-foreground">
      <time dateTime={message.sentAt} title={fullTime(message.sentAt, locale)} className="tabular-nums">
        {clockTime(message.sentAt, locale)}
      </time>
      {tick ? <TickMark tick={tick} detail={latest ? fullTime(latest, locale) : undefined} /> : null}
    </span>
  )
  return (
    <BubbleFrame
      isOutbound={isOutbound}
      startsGroup={startsGroup}
      endsGroup={endsGroup}
      author={isOutbound && startsGroup ? author : null}
      isPlain={message.content.type === 'template'}
      below={
        tick === 'failed' || tick === 'unknown' ? (
          <MessageProblem
            message={message}
            tick={tick}
            providerKey={providerKey}
            canResend={canResend}
            onResend={onResend}
          />
        ) : null
      }
    >
      <span className="sr-only">
        {t(
          isOutbound ? 'communication_channels.inbox.said.us' : 'communication_channels.inbox.said.customer',
        )}{' '}
      </span>
      <MessageBody content={message.content} timeLine={timeLine} />
    </BubbleFrame>
  )
}
