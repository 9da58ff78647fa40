import { useT } from '@open-mercato/shared/lib/i18n/context'
import { useCurrentUserId } from '@open-mercato/ui/backend/utils/useCurrentUserId'
import { canAnswer } from '../model/canAnswer.ts'
import type { Message } from '../model/message.ts'
import { tickOf } from '../model/tick.ts'
import { BubbleFrame } from './BubbleFrame.tsx'
import { ContextMarks } from './ContextMarks.tsx'
import { HoldNote } from './HoldNote.tsx'
import { MessageBody } from './MessageBody.tsx'
import { MessageMenu } from './MessageMenu.tsx'
import { MessageProblem } from './MessageProblem.tsx'
import { MessageTime } from './MessageTime.tsx'
import { NoticeLine } from './NoticeLine.tsx'
import { QuoteBlock } from './QuoteBlock.tsx'
import { ReactionChips } from './ReactionChips.tsx'
import { useAuthorName } from './useAuthorName.ts'
import { useBubbleLook } from './useBubbleLook.ts'

type MessageBubbleProps = {
  message: Message
  contactName: string
  providerKey: string
  startsGroup: boolean
  endsGroup: boolean
  now: number
  canResend: boolean
  onResend: (message: Message) => void
  /** Leads to the message this one quotes; null where that is not loaded. */
  onJump: (() => void) | null
  onReply?: (message: Message) => void
  onReact?: (message: Message, emoji: string) => void
}

export function MessageBubble(props: MessageBubbleProps) {
  const { message, contactName, providerKey, startsGroup, endsGroup, now } = props
  const { canResend, onResend, onJump, onReply, onReact } = props
  const t = useT()
  const ownId = useCurrentUserId()
  const author = useAuthorName(message, ownId)
  const { content, context, replyTo, reactions, hold } = message
  const look = useBubbleLook(content)
  if (content.type === 'system' || content.type === 'call') {
    return <NoticeLine message={message} content={content} />
  }
  const isOutbound = message.direction === 'outbound'
  const isRevoked = content.type === 'revoked'
  const tick = isOutbound && !isRevoked ? tickOf(message.status) : null
  const isFromElsewhere = context.forwarded || context.product || context.referral
  return (
    <BubbleFrame
      id={`message-${message.id}`}
      isOutbound={isOutbound}
      startsGroup={startsGroup}
      endsGroup={endsGroup}
      author={isOutbound && startsGroup ? author : null}
      look={look}
      top={
        !isRevoked && (replyTo || isFromElsewhere) ? (
          <>
            <ContextMarks context={context} />
            {replyTo ? <QuoteBlock quote={replyTo} contactName={contactName} onJump={onJump} /> : null}
          </>
        ) : null
      }
      beside={
        (onReply || onReact) && canAnswer(message) ? (
          <MessageMenu message={message} onReply={onReply} onReact={onReact} />
        ) : null
      }
      edge={
        reactions.length > 0 && !isRevoked ? (
          <ReactionChips
            reactions={reactions}
            contactName={contactName}
            ownId={ownId}
            providerKey={providerKey}
          />
        ) : null
      }
      below={
        tick === 'failed' || tick === 'unknown' ? (
          <MessageProblem
            message={message}
            tick={tick}
            providerKey={providerKey}
            now={now}
            canResend={canResend}
            onResend={onResend}
          />
        ) : hold ? (
          <HoldNote hold={hold} />
        ) : null
      }
    >
      <span className="sr-only">
        {t(
          isOutbound ? 'communication_channels.inbox.said.us' : 'communication_channels.inbox.said.customer',
        )}{' '}
      </span>
      <MessageBody content={content} timeLine={<MessageTime message={message} />} />
    </BubbleFrame>
  )
}
