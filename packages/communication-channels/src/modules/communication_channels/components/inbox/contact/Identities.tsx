import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { fullTime } from '../model/times.ts'
import type { ContactDetail, Identity } from './contact.ts'
import { DecideButton } from './DecideButton.tsx'
import { Section } from './Section.tsx'

/** Numbers and user ids, earlier ones too. */
export function Identities({ detail, canDecide }: { detail: ContactDetail; canDecide: boolean }) {
  const t = useT()
  const { contact, identities } = detail
  const isSeparable = canDecide && new Set(identities.map(({ id }) => id)).size > 1
  return (
    <Section title={t('communication_channels.inbox.who.identities')}>
      {identities.length === 0 ? (
        <p className="text-sm text-muted-foreground">
          {t('communication_channels.inbox.who.identities.none')}
        </p>
      ) : (
        <ul className="grid gap-2">
          {identities.map((identity) => (
            <li key={`${identity.id} ${identity.since}`} className="grid gap-1 rounded-lg border px-3 py-2">
              <IdentityLines identity={identity} />
              {isSeparable ? (
                <DecideButton
                  contactId={contact.id}
                  label={t('communication_channels.inbox.who.notTheirs')}
                  question={t('communication_channels.inbox.who.notTheirs.question')}
                  decide={(reason) => ({ what: 'split', identityIds: [identity.id], reason })}
                />
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function IdentityLines({ identity: { kind, value, since, lastSeen, until } }: { identity: Identity }) {
  const t = useT()
  const locale = useLocale()
  const times = { since: fullTime(since, locale), until: fullTime(until ?? lastSeen, locale) }
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <bdi className="break-all font-medium tabular-nums">
          {value ?? t('communication_channels.inbox.who.identity.hidden')}
        </bdi>
        <span className="text-xs text-muted-foreground">
          {t(`communication_channels.inbox.who.identity.${kind}`)}
        </span>
      </p>
      <p className="text-xs text-muted-foreground">
        {t(`communication_channels.inbox.who.identity.${until ? 'former' : 'current'}`, times)}
      </p>
    </>
  )
}
