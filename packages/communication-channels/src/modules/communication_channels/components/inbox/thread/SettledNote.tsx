import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { Scale } from 'lucide-react'
import type { Message } from '../model/message.ts'
import { fullTime } from '../model/times.ts'
import { NoteButton, QuietNote } from './QuietNote.tsx'

type SettledNoteProps = {
  message: Message
  settlement: NonNullable<Message['settlement']>
  contactName: string
  /** Leads to the message that took its place; null where that is not on the screen. */
  onJump: (() => void) | null
}

/** What a person decided about a message of unknown outcome, and what came to light since. */
export function SettledNote({ message, settlement, contactName, onJump }: SettledNoteProps) {
  const t = useT()
  const locale = useLocale()
  const { as, at } = settlement
  const isKnownNow = message.status !== 'unknown'
  // One that was left and got there after all needs no word.
  if (isKnownNow && (as === 'left' || message.status === 'failed')) return null
  const kind = isKnownNow ? 'twice' : as
  const time = fullTime(at, locale)
  return (
    <QuietNote icon={Scale}>
      <span>{t(`communication_channels.inbox.settled.${kind}`, { time, name: contactName })}</span>
      {as === 'resent' && onJump ? (
        <NoteButton onClick={onJump}>{t('communication_channels.inbox.settled.goToNew')}</NoteButton>
      ) : null}
    </QuietNote>
  )
}
