import { Check, Clock, X } from 'lucide-react'
import { classNames } from '../classNames.ts'
import { type ToldReason, useSayReason } from './useSayReason.ts'

const signs = { objects: X, waits: Clock, permits: Check }
const colours = {
  objects: 'text-status-error-icon',
  waits: 'text-status-warning-icon',
  permits: 'text-status-success-icon',
}

type ReasonListProps = {
  reasons: ToldReason[]
  /** Of what nothing can be done about any more, none are told. */
  withActions?: boolean
  className?: string
}

/** All that was looked at: what stands against it first, then what keeps it back, then what it rests on. */
export function ReasonList({ reasons, withActions = true, className }: ReasonListProps) {
  const say = useSayReason()
  return (
    <ul className={classNames('grid gap-2 text-sm leading-snug', className)}>
      {reasons.map((reason) => {
        const Sign = signs[reason.effect]
        const { sentence, action } = say(reason)
        return (
          <li key={reason.code} className="flex items-start gap-2">
            <Sign
              aria-hidden="true"
              className={classNames('mt-0.5 size-4 shrink-0', colours[reason.effect])}
            />
            <span className="min-w-0">
              {sentence}
              {withActions && action ? <span className="block text-muted-foreground">{action}</span> : null}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
