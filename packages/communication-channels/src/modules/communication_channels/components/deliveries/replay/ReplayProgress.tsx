import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { fullTime } from '../../inbox/model/times.ts'
import { useLatestReplay } from './useReplay.ts'

const SHOWN_AFTERWARDS_MS = 60 * 60_000

/** How far the replay of a time is; for a while, how it ended. */
export function ReplayProgress() {
  const t = useT()
  const locale = useLocale()
  const replay = useLatestReplay()
  if (!replay) return null
  const { span, total, done, failed, messages, statuses, finishedAt } = replay
  if (finishedAt && Date.now() - Date.parse(finishedAt) > SHOWN_AFTERWARDS_MS) return null
  const text = (name: string, values: Record<string, string | number> = {}) =>
    t(`communication_channels.deliveries.progress.${name}`, values)
  const label = text('title', { from: fullTime(span.from, locale), to: fullTime(span.to, locale) })
  return (
    <section
      aria-label={text('label')}
      className="grid gap-2 rounded-lg border bg-card p-4 text-sm shadow-card"
    >
      <p className="font-medium">{label}</p>
      <progress
        value={finishedAt ? 1 : done}
        max={finishedAt ? 1 : Math.max(total, 1)}
        aria-label={label}
        className="h-2 w-full appearance-none overflow-hidden rounded-full bg-muted [&::-moz-progress-bar]:bg-primary [&::-webkit-progress-bar]:bg-muted [&::-webkit-progress-value]:bg-primary"
      />
      <p role="status" className="text-muted-foreground tabular-nums">
        {text(finishedAt ? 'finished' : 'running', { done, total })} {text('brought', { messages, statuses })}
        {failed > 0 ? ` ${text('failed', { failed })}` : null}
      </p>
    </section>
  )
}
