import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { fullTime } from '../model/times.ts'
import type { ContactDetail, ContactEvent } from './contact.ts'
import { DecideButton } from './DecideButton.tsx'
import { historyReason, historyText } from './historyText.ts'
import { Section } from './Section.tsx'

/** What happened to who this is, newest first, each with its reason; what the machine joined can be taken apart. */
export function ContactHistory({ detail, canDecide }: { detail: ContactDetail; canDecide: boolean }) {
  const t = useT()
  const locale = useLocale()
  const { contact, events } = detail
  return (
    <Section title={t('communication_channels.inbox.who.history')}>
      {events.length === 0 ? (
        <p className="text-sm text-muted-foreground">{t('communication_channels.inbox.who.history.none')}</p>
      ) : (
        <ol className="grid gap-3 border-s ps-4">
          {events.map((event) => (
            <li key={event.id} className="grid gap-1 text-sm">
              <p className="break-words">
                {historyText(t, event)}
                <Reason event={event} />
              </p>
              {event.note ? <p className="text-muted-foreground">“{event.note}”</p> : null}
              <p className="text-xs text-muted-foreground">
                <time dateTime={event.at}>{fullTime(event.at, locale)}</time>
              </p>
              {canDecide && event.canUndo ? (
                <DecideButton
                  contactId={contact.id}
                  label={t('communication_channels.inbox.who.undo')}
                  question={t('communication_channels.inbox.who.undo.question')}
                  decide={(reason) => ({ what: 'undo', eventId: event.id, reason })}
                />
              ) : null}
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}

function Reason({ event }: { event: ContactEvent }) {
  const reason = historyReason(useT(), event)
  return reason ? <span className="text-muted-foreground"> · {reason}</span> : null
}
