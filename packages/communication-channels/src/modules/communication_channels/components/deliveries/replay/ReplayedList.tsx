import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { StatusBadge } from '@open-mercato/ui/primitives/status-badge'
import { useOutcomeWords } from '../OutcomeCell.tsx'
import { receiptTime } from '../receiptTime.ts'
import type { ReplayedDelivery } from './replay.ts'

const tones = { changed: 'info', same: 'neutral', failed: 'error', pending: 'neutral' } as const

/** What became of each until now, and what would this time. */
export function ReplayedList({ deliveries }: { deliveries: ReplayedDelivery[] }) {
  const t = useT()
  const locale = useLocale()
  const words = useOutcomeWords()
  const text = (name: string) => t(`communication_channels.deliveries.replay.${name}`)
  return (
    <details className="rounded-md border" open={deliveries.length <= 3}>
      <summary className="cursor-pointer px-3 py-2.5 text-sm font-medium">{text('each')}</summary>
      <ol className="grid max-h-72 grid-cols-1 divide-y overflow-y-auto border-t">
        {deliveries.map(({ id, receivedAt, result, before, after, error }) => (
          <li key={id} className="grid gap-1 px-3 py-2.5 text-sm">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <time dateTime={receivedAt} className="tabular-nums">
                {receiptTime(receivedAt, locale)}
              </time>
              <StatusBadge variant={tones[result]}>{text(`result.${result}`)}</StatusBadge>
            </div>
            <dl className="grid grid-cols-[auto_1fr] gap-x-2 text-[0.8125rem] text-muted-foreground">
              <dt>{text('before')}</dt>
              <dd>{before ? words(before) : text('never')}</dd>
              {after ? (
                <>
                  <dt>{text('after')}</dt>
                  <dd>{words(after)}</dd>
                </>
              ) : null}
            </dl>
            {error ? <p className="text-status-error-text [overflow-wrap:anywhere]">{error}</p> : null}
          </li>
        ))}
      </ol>
    </details>
  )
}
