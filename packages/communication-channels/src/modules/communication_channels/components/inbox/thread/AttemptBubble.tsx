import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { Button } from '@open-mercato/ui/primitives/button'
import { PenLine, RotateCw, Trash2 } from 'lucide-react'
import { quoteOf } from '../model/contentWords.ts'
import type { Message } from '../model/message.ts'
import type { Attempt } from '../model/outbox.ts'
import { problemText } from '../model/problemText.ts'
import { clockTime } from '../model/times.ts'
import { BubbleFrame } from './BubbleFrame.tsx'
import { MessageBody } from './MessageBody.tsx'
import { ProblemNote } from './ProblemNote.tsx'
import { QuoteBlock } from './QuoteBlock.tsx'
import { TickMark } from './TickMark.tsx'
import { useBubbleLook } from './useBubbleLook.ts'

type AttemptBubbleProps = {
  attempt: Attempt
  /** What it answers, where that is on the screen. */
  quoted: Message | undefined
  contactName: string
  providerKey: string
  startsGroup: boolean
  endsGroup: boolean
  onRetry: (key: string) => void
  onEdit: (attempt: Attempt) => void
  onDiscard: (key: string) => void
}

/** A message the server has not confirmed yet: shown at once, and kept with its text when it was not accepted. */
export function AttemptBubble(props: AttemptBubbleProps) {
  const { attempt, quoted, contactName, providerKey, startsGroup, endsGroup } = props
  const { onRetry, onEdit, onDiscard } = props
  const t = useT()
  const locale = useLocale()
  const { problem } = attempt
  const look = useBubbleLook(attempt.content)
  const timeLine = (
    <span className="flex items-center gap-1 text-[0.6875rem] leading-none text-muted-foreground">
      <time dateTime={attempt.createdAt}>{clockTime(attempt.createdAt, locale)}</time>
      <TickMark tick={problem ? 'failed' : 'waiting'} />
    </span>
  )
  return (
    <BubbleFrame
      isOutbound
      startsGroup={startsGroup}
      endsGroup={endsGroup}
      author={startsGroup ? t('communication_channels.inbox.you') : null}
      look={look}
      top={quoted ? <QuoteBlock quote={quoteOf(quoted)} contactName={contactName} onJump={null} /> : null}
      below={
        problem ? (
          <ProblemNote
            tone="error"
            title={t('communication_channels.inbox.attempt.failed')}
            {...problemText(t, providerKey, problem)}
          >
            <Button variant="outline" size="2xs" onClick={() => onRetry(attempt.key)}>
              <RotateCw className="size-3.5" />
              {t('communication_channels.inbox.retry')}
            </Button>
            {attempt.content.type === 'text' && attempt.state === 'refused' ? (
              <Button variant="outline" size="2xs" onClick={() => onEdit(attempt)}>
                <PenLine className="size-3.5" />
                {t('communication_channels.inbox.attempt.edit')}
              </Button>
            ) : null}
            <Button variant="destructive-ghost" size="2xs" onClick={() => onDiscard(attempt.key)}>
              <Trash2 className="size-3.5" />
              {t('communication_channels.inbox.attempt.discard')}
            </Button>
          </ProblemNote>
        ) : null
      }
    >
      <span className="sr-only">{t('communication_channels.inbox.said.us')} </span>
      <MessageBody content={attempt.content} timeLine={timeLine} />
    </BubbleFrame>
  )
}
