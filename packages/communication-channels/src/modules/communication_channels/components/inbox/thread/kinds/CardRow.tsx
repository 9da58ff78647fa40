import { useT } from '@open-mercato/shared/lib/i18n/context'
import type { ReactNode } from 'react'

/** Cards side by side, to be scrolled through sideways. */
export function CardRow({ cards }: { cards: ReactNode[] }) {
  const t = useT()
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={t('communication_channels.inbox.cards.label', { count: cards.length })}
      className="flex snap-x scroll-px-2 gap-2 overflow-x-auto rounded-b-2xl border-t border-primary/15 p-2 -outline-offset-2"
    >
      {cards.map((card, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: cards have no identity but their place
          key={index}
          className="flex w-52 shrink-0 snap-start flex-col overflow-hidden rounded-xl border bg-card text-card-foreground"
        >
          {card}
        </div>
      ))}
    </section>
  )
}
