import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Ban } from 'lucide-react'
import type { MessageError } from '../model/message.ts'
import { problemText } from '../model/problemText.ts'
import { NoteButton, QuietNote } from './QuietNote.tsx'

type StoppedNoteProps = { error: MessageError; providerKey: string; onExplain?: () => void }

/** It was taken back by itself, because what it rested on had ended. */
export function StoppedNote({ error, providerKey, onExplain }: StoppedNoteProps) {
  const t = useT()
  const { reason } = problemText(t, providerKey, error)
  return (
    <QuietNote icon={Ban}>
      <span>{t('communication_channels.inbox.stopped', { reason })}</span>
      {onExplain ? (
        <NoteButton onClick={onExplain}>{t('communication_channels.explanation.ask')}</NoteButton>
      ) : null}
    </QuietNote>
  )
}
