import { useT } from '@open-mercato/shared/lib/i18n/context'
import type { ContactCardsContent } from '../../model/message.ts'
import { PersonCard } from './PersonCard.tsx'

const atOnce = 2

/** Cards of people; many of them are folded away behind the first ones. */
export function ContactCardsBody({ content }: { content: ContactCardsContent }) {
  const t = useT()
  const first = content.contacts.slice(0, atOnce)
  const rest = content.contacts.slice(atOnce)
  return (
    <div className="grid gap-3">
      {first.map((card, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cards have no identity but their place
        <PersonCard key={index} card={card} />
      ))}
      {rest.length > 0 ? (
        <details>
          <summary className="cursor-pointer rounded text-sm font-medium text-primary">
            {t('communication_channels.inbox.contacts.more', { count: rest.length })}
          </summary>
          <div className="mt-2 grid gap-3">
            {rest.map((card, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cards have no identity but their place
              <PersonCard key={index} card={card} />
            ))}
          </div>
        </details>
      ) : null}
    </div>
  )
}
