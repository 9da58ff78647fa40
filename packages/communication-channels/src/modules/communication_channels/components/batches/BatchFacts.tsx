import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { useCircuit } from '../inbox/data/useCircuit.ts'
import { useMinute } from '../inbox/data/useNow.ts'
import { kindName } from '../inbox/model/contentWords.ts'
import { fullTime, timeAhead } from '../inbox/model/times.ts'
import type { Batch } from './batch.ts'

/** From which number, by whom, since when, and when it will be over. */
export function BatchFacts({ batch }: { batch: Batch }) {
  const t = useT()
  const locale = useLocale()
  const now = useMinute()
  const isHeldUp = useCircuit(batch.channelId) !== null
  const { channelName, createdBy, createdAt, scheduledAt, finishedAt, estimatedEndAt, total } = batch
  const isAhead = scheduledAt !== null && Date.parse(scheduledAt) > now
  const say = (key: string, values: Record<string, string>) =>
    t(`communication_channels.batches.fact.${key}`, values)
  const facts = [
    say('recipients', { count: new Intl.NumberFormat(locale).format(total) }),
    say('from', { number: channelName }),
    kindName(t, batch.contentType),
    createdBy?.name ? say('by', { name: createdBy.name }) : null,
    isAhead
      ? say('starts', { time: fullTime(scheduledAt, locale) })
      : say('started', { time: fullTime(scheduledAt ?? createdAt, locale) }),
    finishedAt ? say('ended', { time: fullTime(finishedAt, locale) }) : null,
    !isHeldUp && batch.state === 'running' && estimatedEndAt && Date.parse(estimatedEndAt) > now
      ? say('ends', { time: timeAhead(estimatedEndAt, now, locale) })
      : null,
  ].filter((fact) => fact !== null)
  return (
    <p className="flex flex-wrap gap-x-2 text-[0.8125rem] text-muted-foreground">
      {facts.map((fact) => (
        <span key={fact} className="not-last:after:ms-2 not-last:after:content-['·']">
          {fact}
        </span>
      ))}
    </p>
  )
}
