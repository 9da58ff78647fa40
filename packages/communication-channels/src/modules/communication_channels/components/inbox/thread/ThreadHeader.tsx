import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Avatar } from '@open-mercato/ui/primitives/avatar'
import { IconButton } from '@open-mercato/ui/primitives/icon-button'
import { ArrowLeft } from 'lucide-react'
import type { MouseEvent } from 'react'
import { ContactPanel } from '../contact/ContactPanel.tsx'
import { useFollowMerged } from '../contact/useFollowMerged.ts'
import { hrefWith } from '../data/useUrlParams.ts'
import { type Conversation, contactAddresses, contactName } from '../model/conversation.ts'
import { WriteFrom } from '../numbers/WriteFrom.tsx'
import { BlockedBadge } from '../window/BlockedBadge.tsx'
import { WindowState } from '../window/WindowState.tsx'

type ThreadHeaderProps = {
  conversation: Conversation
  now: number
  isWhoShown: boolean
  onWho: (isShown: boolean) => void
  onBack: () => void
  onShowMessage: (messageId: string) => void
}

export function ThreadHeader(props: ThreadHeaderProps) {
  const { conversation, now, isWhoShown, onWho, onBack, onShowMessage } = props
  const t = useT()
  const { contact } = conversation
  useFollowMerged(conversation.id)
  const name = contactName(contact) ?? t('communication_channels.inbox.contact.unnamed')
  const addresses = contactAddresses(contact)
  const back = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    onBack()
  }
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b bg-card px-3 py-2.5 md:px-5">
      <IconButton asChild className="-ms-1 md:hidden">
        <a
          href={hrefWith({ conversation: null })}
          onClick={back}
          aria-label={t('communication_channels.inbox.back')}
        >
          <ArrowLeft className="rtl:-scale-x-100" />
        </a>
      </IconButton>
      <Avatar label={name} size="md" />
      <div className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)]">
        <h2 className="truncate font-semibold leading-snug" title={name}>
          <bdi>{name}</bdi>
        </h2>
        {/* On a narrow screen the number that writes has a line of its own: cut short it says nothing. */}
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] text-[0.8125rem] text-muted-foreground md:flex md:items-center md:gap-1.5">
          {addresses.length > 0 ? (
            <div className="flex min-w-0 flex-wrap gap-x-1.5 md:shrink-0">
              {addresses.map((address) => (
                <bdi
                  key={address}
                  className="tabular-nums after:ms-1.5 after:content-['·'] max-md:last:after:content-none"
                >
                  {address}
                </bdi>
              ))}
            </div>
          ) : null}
          <WriteFrom conversation={conversation} />
        </div>
      </div>
      <ContactPanel conversation={conversation} isOpen={isWhoShown} onOpenChange={onWho} />
      {contact.isBlocked ? (
        <div className="w-full md:w-auto">
          <BlockedBadge />
        </div>
      ) : (
        <WindowState window={conversation.window} now={now} onShowMessage={onShowMessage} />
      )}
    </header>
  )
}
