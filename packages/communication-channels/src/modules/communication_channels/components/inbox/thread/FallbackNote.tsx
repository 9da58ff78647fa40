import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Replace } from 'lucide-react'
import { isSentContent, type Message, type MessageContent } from '../model/message.ts'
import { problemText } from '../model/problemText.ts'
import { MessageBody } from './MessageBody.tsx'
import { QuietNote } from './QuietNote.tsx'

type FallbackNoteProps = { fallback: NonNullable<Message['fallback']>; providerKey: string }

/** A text left in place of what was refused; that, and why, for who wants to read it. */
export function FallbackNote({ fallback, providerKey }: FallbackNoteProps) {
  const t = useT()
  const say = (key: string) => t(`communication_channels.inbox.fallback.${key}`)
  const { refused, error } = fallback
  const { reason, action } = problemText(t, providerKey, error)
  return (
    <QuietNote icon={Replace}>
      <span>{say(`sent.${formOf(refused)}`)}</span>
      <details className="min-w-0">
        <summary className="cursor-pointer font-medium text-primary underline-offset-4 hover:underline">
          {say('show')}
        </summary>
        <div className="mt-1.5 grid gap-1.5">
          <p>
            {reason} {action}
          </p>
          {error.detail ? (
            <p className="[overflow-wrap:anywhere]">
              {t('communication_channels.inbox.providerWords', { words: error.detail })}
            </p>
          ) : null}
          {isSentContent(refused) ? (
            <div className="w-fit max-w-full rounded-xl border border-dashed bg-card p-2 text-sm text-foreground">
              <MessageBody content={refused} timeLine={null} />
            </div>
          ) : null}
        </div>
      </details>
    </QuietNote>
  )
}

function formOf(content: MessageContent): 'list' | 'buttons' | 'location' | 'contacts' | 'other' {
  if (content.type === 'location' || content.type === 'contacts') return content.type
  if (content.type !== 'interactive') return 'other'
  return content.kind === 'list' ? 'list' : content.kind === 'reply_buttons' ? 'buttons' : 'other'
}
