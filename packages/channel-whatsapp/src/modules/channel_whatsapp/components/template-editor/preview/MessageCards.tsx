import { useT } from '@open-mercato/shared/lib/i18n/context'
import { MessageBubble } from './MessageBubble.tsx'
import type { MessageContent } from './message-content.ts'

/** The cards of a carousel, swiped sideways. */
export function MessageCards({ cards, language }: { cards: MessageContent[]; language: string }) {
  const t = useT()
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={t('channel_whatsapp.templateEditor.preview.cards', { count: cards.length })}
      className="-me-4 flex snap-x snap-mandatory gap-1.5 overflow-x-auto pb-2 [scrollbar-width:thin]"
    >
      {cards.map((card, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a card is known by its place
        <div key={index} className="flex w-56 shrink-0 snap-start [&>*]:flex-1">
          <MessageBubble content={card} language={language} hasTail={false} />
        </div>
      ))}
    </section>
  )
}
