import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import type { ReactNode } from 'react'
import { contactName } from '../model/conversation.ts'
import { fullTime } from '../model/times.ts'
import type { ContactDetail } from './contact.ts'
import { hiddenSince } from './hiddenSince.ts'

/** By what somebody is reached and called now, at one look. */
export function Summary({ detail }: { detail: ContactDetail }) {
  const t = useT()
  const locale = useLocale()
  const { contact, identities, names } = detail
  const hidden = hiddenSince(detail)
  const hadNumber = identities.some(({ kind }) => kind === 'phone')
  const title = contactName(contact)
  const called = names.filter(({ kind }) => kind === 'display_name' || kind === 'saved_name')
  const others = [...new Set(called.map(({ value }) => value))].filter((name) => name !== title)
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 rounded-lg bg-muted px-3 py-2 text-sm">
      <Line label={t('communication_channels.inbox.who.identity.phone')}>
        {contact.phone ? <bdi className="font-medium tabular-nums">{contact.phone}</bdi> : null}
        {contact.phone && hidden ? ' ' : null}
        {hidden ? (
          <span className="text-muted-foreground">
            {t('communication_channels.inbox.who.hiddenSince', { since: fullTime(hidden, locale) })}
          </span>
        ) : null}
        {contact.phone ? null : t(`communication_channels.inbox.who.${hadNumber ? 'noNumber' : 'hidden'}`)}
      </Line>
      {contact.username ? (
        <Line label={t('communication_channels.inbox.who.name.username')}>
          <bdi>@{contact.username}</bdi>
        </Line>
      ) : null}
      {others.length > 0 ? (
        <Line label={t('communication_channels.inbox.who.alsoCalled')}>
          <bdi>{others.join(' · ')}</bdi>
        </Line>
      ) : null}
    </dl>
  )
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted-foreground">{label}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  )
}
