import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { CircleHelp } from 'lucide-react'
import { decidableFrom } from '../../../lib/outbox/unknown-since.ts'
import type { SettleChoice } from '../data/settleMessages.ts'
import { useNow } from '../data/useNow.ts'
import type { Message } from '../model/message.ts'
import { timeAhead } from '../model/times.ts'
import { ProblemNote } from './ProblemNote.tsx'
import { QuietNote } from './QuietNote.tsx'
import { SettleChoices } from './SettleChoices.tsx'

type UnknownNoteProps = {
  message: Message
  contactName: string
  /** False where the same message may not leave now. */
  canResend: boolean
  /** Left out for who may not decide. */
  onSettle?: (message: Message, as: SettleChoice) => Promise<void>
}

const minute = 60_000

/** Nobody knows whether it went out: at first a report may tell, then a person weighs one message too many against none. */
export function UnknownNote({ message, contactName, canResend, onSettle }: UnknownNoteProps) {
  const t = useT()
  const locale = useLocale()
  const say = (key: string, values?: Record<string, string>) =>
    t(`communication_channels.inbox.unknown.${key}`, { name: contactName, ...values })
  const from = message.unknownSince ? decidableFrom(new Date(message.unknownSince)).getTime() : 0
  const now = useNow((at) => (at < from ? from - at : null))
  if (now < from) {
    // To the full minute after it, because the choice must be there at the time that was said.
    const time = timeAhead(new Date(Math.ceil(from / minute) * minute).toISOString(), now, locale)
    return <QuietNote icon={CircleHelp}>{say('early', { time })}</QuietNote>
  }
  return (
    <ProblemNote
      tone="warning"
      title={t('communication_channels.inbox.tick.unknown')}
      reason={say('reason')}
      action={onSettle ? say('action') : null}
    >
      {onSettle ? (
        <SettleChoices
          contactName={contactName}
          canResend={canResend}
          onSettle={(as) => onSettle(message, as)}
        />
      ) : null}
    </ProblemNote>
  )
}
