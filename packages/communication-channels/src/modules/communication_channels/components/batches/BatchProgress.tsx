import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { type Batch, type PartName, partsOf } from './batch.ts'

const colours: Record<PartName, string> = {
  read: 'bg-status-success-icon',
  delivered: 'bg-primary',
  sent: 'bg-status-info-icon',
  unknown: 'bg-status-warning-icon',
  failed: 'bg-status-error-icon',
  cancelled: 'bg-status-neutral-icon',
  waiting: 'bg-border',
}

/** How far a batch has got, drawn and in numbers: the numbers say all that the colours do. */
export function BatchProgress({ counts }: { counts: Batch['counts'] }) {
  const t = useT()
  const locale = useLocale()
  const number = new Intl.NumberFormat(locale)
  const parts = partsOf(counts)
  return (
    <div className="grid gap-2">
      <div aria-hidden="true" className="flex h-3 gap-0.5 overflow-hidden rounded-full">
        {parts.map(({ name, count }) => (
          <span
            key={name}
            data-part={name}
            style={{ flexGrow: count }}
            className={`min-w-1 basis-0 transition-[flex-grow] duration-500 motion-reduce:transition-none ${colours[name]}`}
          />
        ))}
      </div>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-[0.8125rem]">
        {parts.map(({ name, count }) => (
          <li key={name} className="flex items-center gap-1.5">
            <span aria-hidden="true" className={`size-2.5 rounded-full ${colours[name]}`} />
            <span className="text-muted-foreground">{t(`communication_channels.batches.part.${name}`)}</span>
            <span className="font-medium tabular-nums">{number.format(count)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
