import { useT } from '@open-mercato/shared/lib/i18n/context'
import { classNames } from '../classNames.ts'
import { type DeliveryFilter, deliveryFilters } from './delivery.ts'

type DeliveryFilterBarProps = {
  filter: DeliveryFilter | null
  onChange: (filter: DeliveryFilter | null) => void
}

export function DeliveryFilterBar({ filter, onChange }: DeliveryFilterBarProps) {
  const t = useT()
  return (
    <div className="grid gap-2">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend and borders of its own */}
      <div
        role="group"
        aria-label={t('communication_channels.deliveries.filter.label')}
        className="flex w-fit max-w-full flex-wrap gap-1 rounded-lg bg-muted p-1"
      >
        {[null, ...deliveryFilters].map((choice) => (
          <button
            key={choice ?? 'all'}
            type="button"
            aria-pressed={filter === choice}
            onClick={() => onChange(choice)}
            className={classNames(
              'h-9 rounded-md px-3 text-sm font-medium transition-colors md:h-8',
              filter === choice ? 'bg-card shadow-xs' : 'text-muted-foreground hover:text-foreground',
            )}
          >
            {t(`communication_channels.deliveries.filter.${choice ?? 'all'}`)}
          </button>
        ))}
      </div>
      {filter ? (
        <p className="text-sm text-muted-foreground">
          {t(`communication_channels.deliveries.about.${filter}`)}
        </p>
      ) : null}
    </div>
  )
}
