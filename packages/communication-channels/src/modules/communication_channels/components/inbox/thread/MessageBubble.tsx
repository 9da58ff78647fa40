import { useT } from '@open-mercato/shared/lib/i18n/context'
import { useCurrentUserId } from '@open-mercato/ui/backend/utils/useCurrentUserId'
import { useState } from 'react'
import { ExplanationSheet } from '../../explanation/ExplanationSheet.tsx'
import { canAnswer } from '../model/canAnswer.ts'
import type { Message } from '../model/message.ts'
import { tickOf } from '../model/tick.ts'
import { BubbleFrame } from './BubbleFrame.tsx'
import { ContextMarks } from './ContextMarks.tsx'
import { MessageBelow, type MessageBelowProps } from './MessageBelow.tsx'
import { MessageBody } from './MessageBody.tsx'
import { MessageMenu } from './MessageMenu.tsx'
import { MessageTime } from './MessageTime.tsx'
import { NoticeLine } from './NoticeLine.tsx'
import { hasOriginMarks, OriginMarks } from './OriginMarks.tsx'
import { QuoteBlock } from './QuoteBlock.tsx'
import { ReactionChips } from './ReactionChips.tsx'
import { useAuthorName } from './useAuthorName.ts'
import { useBubbleLook } from './useBubbleLook.ts'

type MessageBubbleProps = Omit<MessageBelowProps, 'tick'> & {
  startsGroup: boolean
  endsGroup: boolean
  /** Leads to the message this one quotes; null where that is not loaded. */
  onJump: (() => void) | null
  onReply?: (message: Message) => void
  onReact?: (message: Message, emoji: string) => void
}

export function MessageBubble(props: MessageBubbleProps) {
  const { message, contactName, providerKey, startsGroup, endsGroup } = props
  const { onJump, onReply, onReact, onCancel, leadTo } = props
  const t = useT()
  const ownId = useCurrentUserId()
  const author = useAuthorName(message, ownId)
  const { content, context, replyTo, reactions } = message
  const look = useBubbleLook(content)
  const [isExplained, setExplained] = useState(false)
  if (content.type === 'system' || content.type === 'call') {
    return <NoticeLine message={message} content={content} />
  }
  const isOutbound = message.direction === 'outbound'
  const isRevoked = content.type === 'revoked'
  const tick = isOutbound && !isRevoked ? tickOf(message.status) : null
  const isFromElsewhere = context.forwarded || context.product || context.referral
  const hasMarks = hasOriginMarks(message)
  const isAnswerable = (onReply || onReact) && canAnswer(message)
  const cancels = onCancel && message.canCancel ? onCancel : undefined
  const explain = message.origin === 'api' && !isRevoked ? () => setExplained(true) : undefined
  return (
    <BubbleFrame
      id={`message-${message.id}`}
      isOutbound={isOutbound}
      startsGroup={startsGroup}
      endsGroup={endsGroup}
      author={isOutbound && startsGroup ? author : null}
      look={look}
      isCancelled={tick === 'cancelled'}
      top={
        !isRevoked && (replyTo || isFromElsewhere || hasMarks) ? (
          <>
            {hasMarks ? <OriginMarks message={message} onJump={leadTo?.(message.resendOf) ?? null} /> : null}
            <ContextMarks context={context} />
            {replyTo ? <QuoteBlock quote={replyTo} contactName={contactName} onJump={onJump} /> : null}
          </>
        ) : null
      }
      beside={
        isAnswerable || cancels || explain ? (
          <MessageMenu
            message={message}
            onReply={isAnswerable ? onReply : undefined}
            onReact={isAnswerable ? onReact : undefined}
            onCancel={cancels}
            onExplain={explain}
          />
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
        isOutbound ? (
          <>
            <MessageBelow {...props} tick={tick} onCancel={cancels} onExplain={explain} />
            {isExplained ? (
              <ExplanationSheet
                message={message}
                providerKey={providerKey}
                onClose={() => setExplained(false)}
              />
            ) : null}
          </>
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
