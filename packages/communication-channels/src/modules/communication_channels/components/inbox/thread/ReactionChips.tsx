import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { Popover, PopoverContent, PopoverTrigger } from '@open-mercato/ui/primitives/popover'
import { CircleAlert } from 'lucide-react'
import { classNames } from '../../classNames.ts'
import type { Reaction } from '../model/message.ts'
import { problemText } from '../model/problemText.ts'
import { fullTime } from '../model/times.ts'

type ReactionChipsProps = {
  reactions: Reaction[]
  contactName: string
  ownId: string | null
  providerKey: string
}

/** Who reacted with what: read out with the message, shown when pointed at or opened. */
export function ReactionChips({ reactions, contactName, ownId, providerKey }: ReactionChipsProps) {
  const t = useT()
  const locale = useLocale()
  const nameOf = ({ direction, author }: Reaction) => {
    if (direction === 'inbound') return contactName
    if (author && author.userId === ownId) return t('communication_channels.inbox.you')
    return author?.name ?? t('communication_channels.inbox.quote.us')
  }
  return reactions.map((reaction) => {
    const { direction, emoji, at, status, error } = reaction
    const isFailed = status === 'failed'
    const reason = isFailed
      ? problemText(t, providerKey, error ?? { code: 'other', message: '', action: null }).reason
      : null
    const sentence = [
      t('communication_channels.inbox.reaction.by', {
        name: nameOf(reaction),
        emoji,
        time: fullTime(at, locale),
      }),
      isFailed ? `${t('communication_channels.inbox.tick.failed')}: ${reason}` : null,
    ]
      .filter(Boolean)
      .join(' ')
    return (
      <Popover key={direction}>
        <PopoverTrigger
          aria-label={sentence}
          title={sentence}
          className={classNames(
            'inline-flex h-6 items-center gap-1 rounded-full border bg-card px-1.5 text-sm leading-none shadow-xs',
            isFailed && 'border-status-error-border bg-status-error-bg',
          )}
        >
          <span className={classNames(isFailed && 'opacity-60')}>{emoji}</span>
          {isFailed ? <CircleAlert aria-hidden="true" className="size-3.5 text-status-error-icon" /> : null}
        </PopoverTrigger>
        <PopoverContent className="w-auto max-w-64 text-sm leading-snug">{sentence}</PopoverContent>
      </Popover>
    )
  })
}
