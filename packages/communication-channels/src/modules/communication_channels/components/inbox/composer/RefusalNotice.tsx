import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Button } from '@open-mercato/ui/primitives/button'
import { UserRoundSearch } from 'lucide-react'
import type { ReactNode } from 'react'
import { useSayReason } from '../../explanation/useSayReason.ts'
import { type Conversation, type ConversationPolicy, contactName } from '../model/conversation.ts'
import type { MessageError } from '../model/message.ts'
import { problemText } from '../model/problemText.ts'
import { ComposerNotice } from './ComposerNotice.tsx'
import { refusalOf } from './refusal.ts'

type RefusalNoticeProps = {
  conversation: Conversation
  policy: ConversationPolicy
  /** The provider holds the window to be closed, whatever our clock says. */
  refusedBy: MessageError | null
  onWho: () => void
  /** What can be sent in place of the own words. */
  instead: ReactNode
}

/** Stands in the composer's place while the own words may not leave: all that stands against them, and what to do. */
export function RefusalNotice({ conversation, policy, refusedBy, onWho, instead }: RefusalNoticeProps) {
  const t = useT()
  const say = useSayReason()
  const { contact, channel } = conversation
  const { left, reasons } = refusalOf(policy)
  const [first, ...others] = reasons.map(say)
  const word = (key: string) =>
    t(`communication_channels.inbox.composer.${key}`, {
      name: contactName(contact) ?? t('communication_channels.inbox.contact.unnamed'),
    })
  const who = (
    <Button variant="outline" className="w-full sm:w-auto" onClick={onWho}>
      <UserRoundSearch />
      {t('communication_channels.inbox.who.open')}
    </Button>
  )
  if (left === 'opted_out' || left === 'no_basis') {
    const reason = left === 'opted_out' ? word('optedOut') : (first?.sentence ?? '')
    return (
      <ComposerNotice
        reason={reason}
        action={word('whenTheyWrite')}
        others={left === 'no_basis' ? others : []}
      >
        {who}
      </ComposerNotice>
    )
  }
  const said = refusedBy && left === 'template' ? problemText(t, channel.providerKey, refusedBy) : null
  return (
    <ComposerNotice
      reason={said?.reason ?? first?.sentence ?? ''}
      action={said ? said.action : (first?.action ?? null)}
      others={others}
    >
      {left === 'template' ? instead : null}
      {reasons.some(({ code }) => code === 'person_blocked') ? who : null}
    </ComposerNotice>
  )
}
