import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { Check, CircleHelp, type LucideIcon, Undo2, X } from 'lucide-react'
import { fullTime } from '../../inbox/model/times.ts'
import type { ConsentEntry } from './consent.ts'
import { dateText, momentText, saidText } from './consentWords.ts'
import { Evidence } from './Evidence.tsx'
import { FoldedText } from './FoldedText.tsx'
import { StoryItem } from './StoryItem.tsx'
import type { StoryPart } from './story.ts'

const marks: Record<ConsentEntry['kind'], { Icon: LucideIcon; look: string }> = {
  opted_in: { Icon: Check, look: 'bg-status-success-bg text-status-success-text' },
  confirmed: { Icon: Check, look: 'bg-status-success-bg text-status-success-text' },
  asked: { Icon: CircleHelp, look: 'bg-status-info-bg text-status-info-text' },
  opted_out: { Icon: X, look: 'bg-status-error-bg text-status-error-text' },
  resumed: { Icon: Undo2, look: 'bg-status-info-bg text-status-info-text' },
}

/** One thing that was said or done: what, in which words, and by what one knows. */
export function StoryEntry({ part }: { part: StoryPart }) {
  const t = useT()
  const locale = useLocale()
  const say = (key: string, values?: Record<string, string>) =>
    t(`communication_channels.consents.person.${key}`, values)
  const { Icon, look } = marks[part.kind]
  const { conversationId, messageId, confirmedAt } = part
  return (
    <StoryItem
      Icon={Icon}
      look={look}
      title={say('why', { said: saidText(t, locale, part, part.purposes) })}
      conversationId={messageId && conversationId}
    >
      {part.text ? <FoldedText text={part.text} /> : null}
      {part.isErased ? <p className="text-sm text-muted-foreground">{say('erased')}</p> : null}
      {part.isMissing ? <p className="text-sm text-status-error-text">{say('missing')}</p> : null}
      {part.kind === 'opted_in' && confirmedAt ? (
        <p className="text-sm">
          {say('confirmedElsewhere', { time: dateText(confirmedAt, locale, part.source) })}
        </p>
      ) : null}
      <Evidence event={part} />
      <p className="text-xs text-muted-foreground">{useRecordedText(part)}</p>
    </StoryItem>
  )
}

/** The time to the minute, and when it was written down and by whom, where that is another time. */
function useRecordedText({ occurredAt, recordedAt, source, actor }: ConsentEntry): string {
  const t = useT()
  const locale = useLocale()
  const [happened, recorded] = [momentText(occurredAt, locale, source), fullTime(recordedAt, locale)]
  const key = 'communication_channels.consents.person.recorded'
  if (actor?.name) return `${happened} · ${t(`${key}.by`, { time: recorded, name: actor.name })}`
  return happened === recorded ? happened : `${happened} · ${t(key, { time: recorded })}`
}
