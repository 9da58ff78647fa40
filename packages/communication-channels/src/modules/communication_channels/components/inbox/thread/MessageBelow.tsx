import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Ban } from 'lucide-react'
import type { SettleChoice } from '../data/settleMessages.ts'
import type { Message } from '../model/message.ts'
import type { Tick } from '../model/tick.ts'
import { notedWait } from '../model/waits.ts'
import { FallbackNote } from './FallbackNote.tsx'
import { HoldNote } from './HoldNote.tsx'
import { MessageProblem } from './MessageProblem.tsx'
import { QueuedNote } from './QueuedNote.tsx'
import { QuietNote } from './QuietNote.tsx'
import { SettledNote } from './SettledNote.tsx'
import { StoppedNote } from './StoppedNote.tsx'
import { UnknownNote } from './UnknownNote.tsx'
import { WaitingTemplate } from './WaitingTemplate.tsx'

export type MessageBelowProps = {
  message: Message
  tick: Tick | null
  contactName: string
  channelId: string
  providerKey: string
  now: number
  canResend: boolean
  onResend: (message: Message) => void
  onCancel?: (message: Message) => void
  onSettle?: (message: Message, as: SettleChoice) => Promise<void>
  /** Leads to a message of the thread; null where that is not loaded. */
  leadTo?: (messageId: string | null) => (() => void) | null
  /** Opens why it went out, or did not. */
  onExplain?: () => void
}

/** What is to be said about the way of a message of ours, under its bubble. */
export function MessageBelow(props: MessageBelowProps) {
  const { message, contactName, providerKey, leadTo } = props
  const { settlement, fallback, resentAs } = message
  return (
    <>
      <Standing {...props} />
      {settlement ? (
        <SettledNote
          message={message}
          settlement={settlement}
          contactName={contactName}
          onJump={leadTo?.(resentAs) ?? null}
        />
      ) : null}
      {fallback ? <FallbackNote fallback={fallback} providerKey={providerKey} /> : null}
    </>
  )
}

function Standing(props: MessageBelowProps) {
  const { message, tick, contactName, channelId, providerKey, now, canResend } = props
  const { onResend, onCancel, onSettle, onExplain } = props
  const t = useT()
  const waiting = notedWait(message)
  if (tick === 'failed') {
    return (
      <MessageProblem
        message={message}
        providerKey={providerKey}
        now={now}
        canResend={canResend && !message.resentAs}
        onResend={onResend}
        onExplain={onExplain}
      />
    )
  }
  if (tick === 'unknown' && !message.settlement) {
    return (
      <UnknownNote message={message} contactName={contactName} canResend={canResend} onSettle={onSettle} />
    )
  }
  if (tick === 'cancelled') {
    return message.error ? (
      <StoppedNote error={message.error} providerKey={providerKey} onExplain={onExplain} />
    ) : (
      <QuietNote icon={Ban}>{t('communication_channels.inbox.cancelled')}</QuietNote>
    )
  }
  if (waiting) {
    return (
      <>
        <QueuedNote
          message={message}
          waiting={waiting}
          contactName={contactName}
          now={now}
          onCancel={onCancel}
        />
        <WaitingTemplate content={message.content} channelId={channelId} providerKey={providerKey} />
      </>
    )
  }
  return message.hold ? <HoldNote hold={message.hold} /> : null
}
