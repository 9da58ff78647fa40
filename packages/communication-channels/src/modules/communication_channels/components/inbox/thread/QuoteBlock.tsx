import { useT } from '@open-mercato/shared/lib/i18n/context'
import { messageLine } from '../model/contentWords.ts'
import type { Quote } from '../model/message.ts'

type QuoteBlockProps = {
  quote: Quote
  contactName: string
  /** Leads to the quoted message; null where that is not on the screen. */
  onJump: (() => void) | null
}

/** What a message answers, in a line or two. */
export function QuoteBlock({ quote, contactName, onJump }: QuoteBlockProps) {
  const t = useT()
  const isKnown = quote.contentType !== null
  const who = quote.direction === 'inbound' ? contactName : t('communication_channels.inbox.quote.us')
  const content = (
    <>
      {isKnown ? <bdi className="block text-xs font-semibold text-primary">{who}</bdi> : null}
      <bdi className="line-clamp-2 [overflow-wrap:anywhere]">
        {isKnown
          ? messageLine(t, quote.contentType, quote.preview)
          : t('communication_channels.inbox.quote.unknown')}
      </bdi>
    </>
  )
  const look =
    'block w-full rounded-md border-s-3 border-primary/60 bg-foreground/5 px-2 py-1 text-start text-[0.8125rem] leading-snug'
  return onJump ? (
    <button type="button" onClick={onJump} className={`${look} hover:bg-foreground/10`}>
      <span className="sr-only">{t('communication_channels.inbox.quote.jump')} </span>
      {content}
    </button>
  ) : (
    <blockquote className={look}>{content}</blockquote>
  )
}
