import { type TranslateFn, useT } from '@open-mercato/shared/lib/i18n/context'
import { Badge } from '@open-mercato/ui/primitives/badge'
import {
  type CountedOutcome,
  countedOutcomes,
  type Delivery,
  type DeliveryOutcome,
  needsAttention,
} from './delivery.ts'

function countedIn(outcome: DeliveryOutcome | null): CountedOutcome[] {
  return countedOutcomes.filter((kind) => Number(outcome?.[kind] ?? 0) > 0)
}

function wordsOf(t: TranslateFn, outcome: DeliveryOutcome, kind: CountedOutcome): string {
  return t(`communication_channels.deliveries.outcome.${kind}`, { count: Number(outcome[kind] ?? 0) })
}

/** An outcome in one line. */
export function useOutcomeWords(): (outcome: DeliveryOutcome) => string {
  const t = useT()
  return (outcome) =>
    countedIn(outcome)
      .map((kind) => wordsOf(t, outcome, kind))
      .join(', ') || t('communication_channels.deliveries.outcome.none')
}

function unusualOutcome(t: TranslateFn, state: Delivery['state']): string | null {
  if (state === 'failed') return null
  return t(`communication_channels.deliveries.outcome.${state === 'pending' ? 'pending' : 'none'}`)
}

/** The outcome in plain words: what was in the delivery and what became of each part. */
export function OutcomeCell({ delivery }: { delivery: Delivery }) {
  const t = useT()
  const { outcome, error } = delivery
  const counted = countedIn(outcome)
  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap gap-1 empty:hidden">
        {outcome && counted.length > 0
          ? counted.map((kind) => (
              <Badge key={kind} variant={needsAttention(kind) ? 'warning' : 'neutral'}>
                {wordsOf(t, outcome, kind)}
              </Badge>
            ))
          : unusualOutcome(t, delivery.state)}
      </div>
      {error ? (
        <p className="max-w-md text-[0.8125rem] text-status-error-text [overflow-wrap:anywhere]">{error}</p>
      ) : null}
    </div>
  )
}
