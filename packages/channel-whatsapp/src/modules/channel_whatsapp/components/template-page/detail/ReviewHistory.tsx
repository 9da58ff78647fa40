import { useT } from '@open-mercato/shared/lib/i18n/context'
import { readableName } from '../../templates/templateChoices.ts'
import type { ReviewEvent } from '../data/template.ts'
import { Panel } from '../parts/Panel.tsx'
import { rejectionWords } from '../words/rejection.ts'
import { toneDots } from '../words/toneDots.ts'
import { useFormats, useSay } from '../words/useSay.ts'
import { historyTitle, historyTone } from './historyTitle.ts'

/** What Meta told about it, the latest first. */
export function ReviewHistory({ history }: { history: ReviewEvent[] }) {
  const say = useSay()
  return (
    <Panel title={say('history.title')}>
      {history.length === 0 ? (
        <p className="text-sm text-muted-foreground">{say('history.none')}</p>
      ) : (
        <ol className="ms-1 grid gap-4 border-s ps-4">
          {history.map((entry) => (
            <HistoryEntry key={`${entry.at}${entry.kind}${entry.event}`} entry={entry} />
          ))}
        </ol>
      )}
    </Panel>
  )
}

function HistoryEntry({ entry }: { entry: ReviewEvent }) {
  const t = useT()
  const say = useSay()
  const format = useFormats()
  const { at, event, reason, description, recommendation } = entry
  return (
    <li className="relative grid gap-0.5 text-sm">
      <span
        aria-hidden="true"
        className={`absolute -start-[1.3125rem] top-1.5 size-2.5 rounded-full ring-2 ring-popover ${toneDots[historyTone(entry)]}`}
      />
      <p>
        <span className="font-medium">{historyTitle(t, say, entry)}</span>{' '}
        <time dateTime={at} className="text-[0.8125rem] text-muted-foreground">
          {format.moment(at)}
        </time>
      </p>
      {event === 'REJECTED' ? (
        <p>{rejectionWords(say, reason).why}</p>
      ) : reason && reason !== 'NONE' ? (
        <p className="text-muted-foreground">
          {say(`history.reason.${reason}`, {}, readableName(reason.toLowerCase()))}
        </p>
      ) : null}
      {[description, recommendation].map((said) =>
        said ? (
          <p key={said} className="text-[0.8125rem] text-muted-foreground [overflow-wrap:anywhere]">
            {t('channel_whatsapp.problem.metaSays', { detail: said })}
          </p>
        ) : null,
      )}
    </li>
  )
}
