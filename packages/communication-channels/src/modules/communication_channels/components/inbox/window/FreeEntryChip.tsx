import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { Popover, PopoverContent, PopoverTrigger } from '@open-mercato/ui/primitives/popover'
import { StatusBadge } from '@open-mercato/ui/primitives/status-badge'
import { Gift } from 'lucide-react'
import type { WindowView } from '../../../lib/conversations/window-view.ts'
import { timeAhead } from '../model/times.ts'
import { freeEntryPhase } from './freeEntryPhase.ts'

/** Somebody came from an advertisement: until when nothing costs anything, or until when an answer begins that. */
export function FreeEntryChip({ freeEntry, now }: Pick<WindowView, 'freeEntry'> & { now: number }) {
  const t = useT()
  const locale = useLocale()
  const phase = freeEntryPhase(freeEntry, now)
  if (!phase) return null
  const at = (iso: string) => timeAhead(iso, now, locale)
  const say = (key: string, time: string) => t(`communication_channels.inbox.freeEntry.${key}`, { time })
  return (
    <Popover>
      <PopoverTrigger className="max-w-full rounded-full" data-free-entry={phase.phase}>
        <StatusBadge variant="info" className="max-w-full">
          <Gift aria-hidden="true" className="size-3.5 shrink-0" />
          <span className="truncate tabular-nums">
            {phase.phase === 'open' ? say('open', at(phase.until)) : say('offered', at(phase.answerBy))}
          </span>
        </StatusBadge>
      </PopoverTrigger>
      <PopoverContent align="end" className="grid gap-2 text-sm leading-relaxed">
        <p>
          {phase.phase === 'open'
            ? say('about.open', at(phase.until))
            : say('about.offered', at(phase.answerBy))}
        </p>
        {phase.phase === 'open' ? <p>{say('about.words', at(phase.until))}</p> : null}
        {phase.phase === 'open' && phase.answerBy ? <p>{say('about.again', at(phase.answerBy))}</p> : null}
      </PopoverContent>
    </Popover>
  )
}
