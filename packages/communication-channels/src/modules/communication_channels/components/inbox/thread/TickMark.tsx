import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Ban, Check, CheckCheck, CircleAlert, CircleHelp, Clock3 } from 'lucide-react'
import type { Tick } from '../model/tick.ts'

const marks = {
  waiting: { Icon: Clock3, colour: 'text-muted-foreground' },
  sent: { Icon: Check, colour: 'text-muted-foreground' },
  delivered: { Icon: CheckCheck, colour: 'text-muted-foreground' },
  read: { Icon: CheckCheck, colour: 'text-status-info-icon' },
  failed: { Icon: CircleAlert, colour: 'text-status-error-icon' },
  cancelled: { Icon: Ban, colour: 'text-muted-foreground' },
  unknown: { Icon: CircleHelp, colour: 'text-status-warning-text' },
} as const

/** How far a message got. Colour never says it alone: the icon differs or the label does. */
export function TickMark({ tick, detail }: { tick: Tick; detail?: string }) {
  const t = useT()
  const { Icon, colour } = marks[tick]
  const label = t(`communication_channels.inbox.tick.${tick}`)
  return (
    <span
      role="img"
      aria-label={label}
      title={detail ? `${label} · ${detail}` : label}
      data-tick={tick}
      className={`inline-flex shrink-0 ${colour}`}
    >
      <Icon aria-hidden="true" className="size-4" strokeWidth={2.25} />
    </span>
  )
}
