import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import { classNames } from '../classNames.ts'
import type { AccountEvent } from './accountEvent.ts'
import { relativeTime } from './relativeTime.ts'
import { remarksOf, sentenceOf } from './sentence.ts'

const marks = {
  info: { Icon: Info, colour: 'text-muted-foreground' },
  warning: { Icon: TriangleAlert, colour: 'text-status-warning-icon' },
  problem: { Icon: CircleAlert, colour: 'text-status-error-icon' },
}

export function TimelineEntry({ event, now }: { event: AccountEvent; now: number }) {
  const t = useT()
  const locale = useLocale()
  const { Icon, colour } = marks[event.severity]
  const remarks = remarksOf(event, t, locale)
  const fullTime = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'medium' }).format(
    new Date(event.occurredAt),
  )
  return (
    <li className="relative flex gap-3 px-4 py-3">
      <Icon aria-hidden="true" className={classNames('mt-0.5 size-4 shrink-0', colour)} />
      <div className="grid min-w-0 flex-1 gap-1">
        <p className="text-sm [overflow-wrap:anywhere]">
          <span className="sr-only">{t(`channel_whatsapp.timeline.severity.${event.severity}`)} </span>
          {sentenceOf(event, t)}
        </p>
        {remarks.map(({ label, value }) => (
          <p key={label + value} className="text-[0.8125rem] text-muted-foreground [overflow-wrap:anywhere]">
            {label}: <bdi>{value}</bdi>
          </p>
        ))}
        {event.kind === 'other' ? (
          <pre
            dir="ltr"
            className="max-h-40 overflow-auto rounded bg-muted p-2 font-mono text-xs whitespace-pre-wrap [overflow-wrap:anywhere]"
          >
            {JSON.stringify(event.detail.value, null, 2)}
          </pre>
        ) : null}
      </div>
      <time
        dateTime={event.occurredAt}
        title={fullTime}
        className="shrink-0 text-[0.8125rem] whitespace-nowrap text-muted-foreground"
      >
        {relativeTime(event.occurredAt, now, locale)}
        <span className="sr-only"> ({fullTime})</span>
      </time>
    </li>
  )
}
