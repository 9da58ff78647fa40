import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { fullTime } from '../model/times.ts'
import type { ContactDetail, ContactEvent, Decision } from './contact.ts'
import { DecideButton } from './DecideButton.tsx'
import { nameOf } from './historyText.ts'
import { Section } from './Section.tsx'

/** What colleagues decided about this contact, as long as nobody takes it back. */
export function StandingDecisions({ detail, canDecide }: { detail: ContactDetail; canDecide: boolean }) {
  const t = useT()
  const locale = useLocale()
  const { contact, decisions, events } = detail
  if (decisions.length === 0) return null
  return (
    <Section title={t('communication_channels.inbox.who.decisions')}>
      <ul className="grid gap-2">
        {decisions.map(({ id, kind, reason, at, actor }) => (
          <li key={id} className="grid gap-1 rounded-lg border px-3 py-2 text-sm">
            <p>
              {decisionText(
                t,
                kind,
                events.find(({ decisionId }) => decisionId === id),
              )}
            </p>
            {reason ? <p className="text-muted-foreground">“{reason}”</p> : null}
            <p className="text-xs text-muted-foreground">
              {actor?.name ? `${actor.name} · ` : ''}
              {fullTime(at, locale)}
            </p>
            {canDecide ? (
              <DecideButton
                contactId={contact.id}
                label={t('communication_channels.inbox.who.takeBack')}
                question={t('communication_channels.inbox.who.takeBack.question')}
                decide={() => ({ what: 'revoke', decisionId: id })}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function decisionText(
  t: ReturnType<typeof useT>,
  kind: Decision['kind'],
  event: ContactEvent | undefined,
): string {
  const key = `communication_channels.inbox.who.decision.${kind}`
  if (!event?.other) return t(key)
  const name = nameOf(t, event.other)
  return event.self ? t(`${key}.both`, { name, self: nameOf(t, event.self) }) : t(`${key}.named`, { name })
}
