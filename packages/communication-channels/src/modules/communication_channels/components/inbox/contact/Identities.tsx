import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { contactName } from '../model/conversation.ts'
import { fullTime } from '../model/times.ts'
import type { ContactDetail, Identity } from './contact.ts'
import { DecideButton } from './DecideButton.tsx'
import { Folded } from './Folded.tsx'
import { Section } from './Section.tsx'

type IdentitiesProps = { detail: ContactDetail; canDecide: boolean }

/** Phone numbers, theirs now and earlier ones. */
export function Numbers({ detail, canDecide }: IdentitiesProps) {
  const t = useT()
  const phones = detail.identities.filter(({ kind }) => kind === 'phone')
  if (phones.length === 0) return null
  return (
    <Section title={t('communication_channels.inbox.who.numbers')}>
      <List detail={detail} identities={phones} canDecide={canDecide} />
    </Section>
  )
}

/** What only a technician reads. */
export function UserIds({ detail, canDecide }: IdentitiesProps) {
  const t = useT()
  const ids = detail.identities.filter(({ kind }) => kind === 'user_id')
  if (ids.length === 0) return null
  return (
    <Folded title={t('communication_channels.inbox.who.userIds', { count: ids.length })}>
      <List detail={detail} identities={ids} canDecide={canDecide} />
    </Folded>
  )
}

function List({ detail, identities, canDecide }: IdentitiesProps & { identities: Identity[] }) {
  const t = useT()
  const isSeparable = canDecide && detail.identities.length > 1
  return (
    <ul className="grid divide-y">
      {identities.map((identity) => (
        <li key={identity.id} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 py-1.5">
          <IdentityLine identity={identity} />
          {isSeparable ? (
            <DecideButton
              contactId={detail.contact.id}
              label={t('communication_channels.inbox.who.notTheirs')}
              question={t('communication_channels.inbox.who.notTheirs.question')}
              decide={(reason) => ({ what: 'split', identityIds: [identity.id], reason })}
            />
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function IdentityLine({ identity: { value, lastSeen, periods, until, heldBy } }: { identity: Identity }) {
  const t = useT()
  const locale = useLocale()
  const name = heldBy ? contactName(heldBy) : null
  return (
    <div className="min-w-0 flex-1 basis-48">
      <p>
        <bdi className="break-all text-sm font-medium tabular-nums">
          {value ?? t('communication_channels.inbox.who.identity.hidden')}
        </bdi>
      </p>
      <p className="text-xs text-muted-foreground">
        {periods.map((period) => periodText(t, locale, { ...period, lastSeen })).join(', ')}
      </p>
      {heldBy && until ? (
        <p className="text-xs">
          {t('communication_channels.inbox.who.heldBy', {
            number: value ?? '',
            name: name ?? t('communication_channels.inbox.who.somebody'),
            since: fullTime(until, locale),
          })}
        </p>
      ) : null}
    </div>
  )
}

type Shown = { since: string; until: string | null; lastSeen: string }

/** Not the same minute twice. */
function periodText(t: ReturnType<typeof useT>, locale: string, { since, until, lastSeen }: Shown): string {
  const [from, to] = [fullTime(since, locale), fullTime(until ?? lastSeen, locale)]
  const kind = until ? 'former' : 'current'
  const key = `communication_channels.inbox.who.identity.${kind}`
  return from === to ? t(`${key}.brief`, { at: from }) : t(key, { since: from, until: to })
}
