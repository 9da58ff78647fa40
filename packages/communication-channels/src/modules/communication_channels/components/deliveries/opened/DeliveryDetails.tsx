import { type TranslateFn, useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import type { ReactNode } from 'react'
import { byteText } from '../byteText.ts'
import type { Delivery } from '../delivery.ts'
import { receiptTime } from '../receiptTime.ts'

/** What is known of the delivery beside its content. */
export function DeliveryDetails({ delivery }: { delivery: Delivery }) {
  const t = useT()
  const locale = useLocale()
  const at = (iso: string | null) => (iso ? receiptTime(iso, locale) : null)
  const details: [name: string, value: ReactNode][] = [
    ['connection', delivery.numbers.join(', ')],
    ['verdict', delivery.verdict && verdictText(t, delivery.verdict)],
    ['attempts', delivery.attempts],
    ['next', at(delivery.nextAttemptAt)],
    ['applied', at(delivery.appliedAt)],
    ['replayed', at(delivery.replayedAt)],
    ['size', byteText(delivery.byteSize, locale)],
    [
      'id',
      <span className="break-all font-mono text-xs" key="id">
        {delivery.id}
      </span>,
    ],
  ]
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 text-sm md:grid-cols-4">
      {details
        .filter(([, value]) => value !== null && value !== '')
        .map(([name, value]) => (
          <div key={name} className="grid min-w-0 content-start gap-0.5 last:max-md:col-span-2">
            <dt className="text-[0.8125rem] text-muted-foreground">
              {t(`communication_channels.deliveries.detail.${name}`)}
            </dt>
            <dd className="[overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
    </dl>
  )
}

function verdictText(t: TranslateFn, verdict: string): string {
  return t(`communication_channels.deliveries.verdict.${verdict.replace(/\W+/g, '_')}`, verdict)
}
