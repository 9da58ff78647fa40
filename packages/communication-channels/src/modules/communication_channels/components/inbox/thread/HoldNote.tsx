import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Hourglass } from 'lucide-react'
import type { Message } from '../model/message.ts'

/** The channel took a message and does not pass it on yet. */
export function HoldNote({ hold }: { hold: NonNullable<Message['hold']> }) {
  const t = useT()
  return (
    <p className="mb-1.5 flex max-w-[min(34rem,86%)] items-start gap-1.5 rounded-lg border border-status-warning-border bg-status-warning-bg px-3 py-1.5 text-[0.8125rem] leading-snug text-status-warning-text">
      <Hourglass aria-hidden="true" className="mt-px size-4 shrink-0" />
      {t(`communication_channels.inbox.hold.${hold}`)}
    </p>
  )
}
