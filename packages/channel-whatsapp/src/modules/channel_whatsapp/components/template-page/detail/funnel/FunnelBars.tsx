import type { Funnel } from '../../data/template.ts'
import { useFormats, useSay } from '../../words/useSay.ts'
import { type FunnelPart, funnelBars } from './funnelBars.ts'

const colours: Record<FunnelPart, string> = {
  sent: 'bg-status-info-icon',
  delivered: 'bg-primary',
  read: 'bg-status-success-icon',
  answered: 'bg-status-success-icon',
  failed: 'bg-status-error-icon',
}

/** Drawn, and in numbers that say all that the bars do. */
export function FunnelBars({ funnel }: { funnel: Funnel }) {
  const say = useSay()
  const format = useFormats()
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-2 text-sm">
      {funnelBars(funnel).map(({ part, count, width, ofSent }) => (
        <div key={part} className="contents">
          <dt>{say(`funnel.${part}`)}</dt>
          <dd aria-hidden="true" className="h-3.5 overflow-hidden rounded-e-full bg-muted/60">
            <div
              data-part={part}
              className={`h-full rounded-e-full ${colours[part]}`}
              style={{ width: `${count === 0 ? 0 : Math.max(width * 100, 1)}%` }}
            />
          </dd>
          <dd className="text-end tabular-nums">
            <span className="font-medium">{format.count(count)}</span>
            {ofSent === null ? null : (
              <span className="text-muted-foreground"> · {format.share(ofSent)}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
