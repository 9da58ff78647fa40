import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { CalendarClock, Hourglass } from 'lucide-react'
import type { Message } from '../model/message.ts'
import { timeAhead } from '../model/times.ts'
import { NoteButton, QuietNote } from './QuietNote.tsx'

type QueuedNoteProps = {
  message: Message
  waiting: NonNullable<Message['waiting']>
  contactName: string
  now: number
  onCancel?: (message: Message) => void
}

/** Why a message has not left yet, until when, and the way to call it back. */
export function QueuedNote({ message, waiting, contactName, now, onCancel }: QueuedNoteProps) {
  const t = useT()
  const locale = useLocale()
  const { code, until } = waiting
  // What was to end by now goes on for a moment nobody can name.
  const time = until && Date.parse(until) > now ? timeAhead(until, now, locale) : null
  const key = `communication_channels.inbox.waiting.${code}`
  const sentence = time
    ? t(`${key}.until`, t(key), { time, name: contactName })
    : t(key, { name: contactName })
  return (
    <QuietNote icon={code === 'scheduled' ? CalendarClock : Hourglass}>
      <span>{sentence}</span>
      {onCancel ? (
        <NoteButton onClick={() => onCancel(message)}>
          {t('communication_channels.inbox.menu.cancel')}
        </NoteButton>
      ) : null}
    </QuietNote>
  )
}
