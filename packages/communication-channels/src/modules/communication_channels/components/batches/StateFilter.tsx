import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import type { RecipientState } from '../../lib/batches/recipient-state.ts'
import { classNames } from '../classNames.ts'
import { type Batch, stateOrder } from './batch.ts'

type StateFilterProps = {
  counts: Batch['counts']
  total: number
  state: RecipientState | null
  onChange: (state: RecipientState | null) => void
}

/** Which recipients are listed; states that nobody is in are not offered, but for the one that is chosen. */
export function StateFilter({ counts, total, state, onChange }: StateFilterProps) {
  const t = useT()
  const locale = useLocale()
  const number = new Intl.NumberFormat(locale)
  const offered = stateOrder.filter((one) => counts[one] > 0 || one === state)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend and borders of its own
    <div
      role="group"
      aria-label={t('communication_channels.batches.filter')}
      className="flex w-fit max-w-full flex-wrap gap-1 rounded-lg bg-muted p-1"
    >
      {[null, ...offered].map((choice) => (
        <button
          key={choice ?? 'all'}
          type="button"
          aria-pressed={state === choice}
          onClick={() => onChange(choice)}
          className={classNames(
            'h-11 rounded-md px-3 text-sm font-medium transition-colors md:h-8',
            state === choice ? 'bg-card shadow-xs' : 'text-muted-foreground hover:text-foreground',
          )}
        >
          {t(`communication_channels.batches.recipient.${choice ?? 'all'}`)}{' '}
          <span className="tabular-nums">{number.format(choice ? counts[choice] : total)}</span>
        </button>
      ))}
    </div>
  )
}
