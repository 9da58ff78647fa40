import { type TranslateFn, useT } from '@open-mercato/shared/lib/i18n/context'
import { Badge } from '@open-mercato/ui/primitives/badge'
import { countedOutcomes, type Delivery, needsAttention } from './delivery.ts'

function unusualOutcome(t: TranslateFn, state: Delivery['state']): string | null {
  if (state === 'failed') return null
  return t(`communication_channels.deliveries.outcome.${state === 'pending' ? 'pending' : 'none'}`)
}

/** The outcome in plain words: what was in the delivery and what became of each part. */
export function OutcomeCell({ delivery }: { delivery: Delivery }) {
  const t = useT()
  const { outcome, error } = delivery
  const counted = countedOutcomes.filter((kind) => (outcome?.[kind] ?? 0) > 0)
  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap gap-1 empty:hidden">
        {outcome && counted.length > 0
          ? counted.map((kind) => (
              <Badge key={kind} variant={needsAttention(kind) ? 'warning' : 'neutral'}>
                {t(`communication_channels.deliveries.outcome.${kind}`, { count: outcome[kind] ?? 0 })}
              </Badge>
            ))
          : unusualOutcome(t, delivery.state)}
      </div>
      {error ? <p className="max-w-md text-[0.8125rem] text-status-error-text">{error}</p> : null}
    </div>
  )
}
