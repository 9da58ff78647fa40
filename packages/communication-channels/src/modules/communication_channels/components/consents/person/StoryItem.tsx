import { useT } from '@open-mercato/shared/lib/i18n/context'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from '../../classNames.ts'

type StoryItemProps = {
  Icon: LucideIcon
  /** The colours of its mark. */
  look: string
  title: string
  /** Where the message stands by which it happened. */
  conversationId: string | null
  children: ReactNode
}

/** One line of what is on record, with a mark that says of what kind it is. */
export function StoryItem({ Icon, look, title, conversationId, children }: StoryItemProps) {
  const t = useT()
  return (
    <li className="relative grid grid-cols-1 gap-1.5 ps-9">
      <span
        aria-hidden="true"
        className={classNames(
          'absolute start-0 top-0 grid size-6 place-items-center rounded-full ring-4 ring-popover',
          look,
        )}
      >
        <Icon className="size-3.5" />
      </span>
      <p className="pt-0.5 text-sm font-medium leading-snug [overflow-wrap:anywhere]">{title}</p>
      {children}
      {conversationId ? (
        <a
          href={`/backend/inbox?conversation=${conversationId}`}
          className="w-fit rounded text-[0.8125rem] font-medium text-primary underline-offset-4 hover:underline"
        >
          {t('communication_channels.consents.person.openConversation')}
        </a>
      ) : null}
    </li>
  )
}
