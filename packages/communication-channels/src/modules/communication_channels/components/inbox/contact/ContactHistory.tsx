import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { fullTime } from '../model/times.ts'
import type { ContactDetail } from './contact.ts'
import { DecideButton } from './DecideButton.tsx'
import { Section } from './Section.tsx'

/** What happened to who this is, newest first, each with its reason; a merge can be taken apart. */
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
              <p>
                {t(`communication_channels.inbox.who.event.${event.kind}`)}{' '}
                <span className="text-muted-foreground">
                  {t(
                    `communication_channels.inbox.who.reason.${event.reason}`,
                    t('communication_channels.inbox.who.reason.other'),
                  )}
                </span>
              </p>
              <p className="text-xs text-muted-foreground">
                {event.actor?.name ? `${event.actor.name} · ` : ''}
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
