import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { Check, CircleHelp, type LucideIcon, X } from 'lucide-react'
import { classNames } from '../../classNames.ts'
import { fullTime } from '../../inbox/model/times.ts'
import type { ConsentEntry } from './consent.ts'
import { dateText, saidText } from './consentWords.ts'
import { Evidence } from './Evidence.tsx'
import { FoldedText } from './FoldedText.tsx'
import type { StoryPart } from './story.ts'

const marks: Record<ConsentEntry['kind'], { Icon: LucideIcon; look: string }> = {
  opted_in: { Icon: Check, look: 'bg-status-success-bg text-status-success-text' },
  confirmed: { Icon: Check, look: 'bg-status-success-bg text-status-success-text' },
  asked: { Icon: CircleHelp, look: 'bg-status-info-bg text-status-info-text' },
  opted_out: { Icon: X, look: 'bg-status-error-bg text-status-error-text' },
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
    <li className="relative grid grid-cols-1 gap-1.5 ps-9">
      <span
        aria-hidden="true"
        className={classNames(
          'absolute start-0 top-0 grid size-6 place-items-center rounded-full ring-4 ring-popover',
          look,
        )}
      >
        <Icon className="size-3.5" />
      </span>
      <p className="pt-0.5 text-sm font-medium leading-snug [overflow-wrap:anywhere]">
        {say('why', { said: saidText(t, locale, part, part.purposes) })}
      </p>
      {part.text ? <FoldedText text={part.text} /> : null}
      {part.isErased ? <p className="text-sm text-muted-foreground">{say('erased')}</p> : null}
      {part.kind === 'opted_in' && confirmedAt ? (
        <p className="text-sm">{say('confirmedElsewhere', { time: dateText(confirmedAt, locale) })}</p>
      ) : null}
      <Evidence event={part} />
      <p className="text-xs text-muted-foreground">{useRecordedText(part)}</p>
      {conversationId && messageId ? (
        <a
          href={`/backend/inbox?conversation=${conversationId}`}
          className="w-fit rounded text-[0.8125rem] font-medium text-primary underline-offset-4 hover:underline"
        >
          {say('openConversation')}
        </a>
      ) : null}
    </li>
  )
}

/** The time to the minute, and when it was written down and by whom, where that is another time. */
function useRecordedText({ occurredAt, recordedAt, actor }: ConsentEntry): string {
  const t = useT()
  const locale = useLocale()
  const [happened, recorded] = [fullTime(occurredAt, locale), fullTime(recordedAt, locale)]
  const key = 'communication_channels.consents.person.recorded'
  if (actor?.name) return `${happened} · ${t(`${key}.by`, { time: recorded, name: actor.name })}`
  return happened === recorded ? happened : `${happened} · ${t(key, { time: recorded })}`
}
