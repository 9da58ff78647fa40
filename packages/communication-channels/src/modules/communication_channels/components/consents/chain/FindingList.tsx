import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { InPageLink } from '../../batches/InPageLink.tsx'
import { fullTime } from '../../inbox/model/times.ts'
import type { Finding } from './verification.ts'

/** What is wrong with the record, place by place. */
export function FindingList({ findings }: { findings: Finding[] }) {
  const t = useT()
  return (
    <section className="grid grid-cols-1 gap-2">
      <h3 className="font-semibold">{t('communication_channels.consents.chain.findings')}</h3>
      <ul className="grid grid-cols-1 divide-y rounded-lg border bg-card shadow-card">
        {findings.map((finding) => (
          <li key={`${finding.kind}|${finding.seq}|${finding.eventId}`} className="grid gap-1 px-4 py-3">
            <FindingText finding={finding} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function FindingText({
  finding: { kind, seq, eventId, occurredAt, contactId, sentence },
}: {
  finding: Finding
}) {
  const t = useT()
  const locale = useLocale()
  const say = (key: string, otherwise: string, values: Record<string, string> = {}) =>
    t(`communication_channels.consents.chain.${key}`, otherwise, values)
  const place = seq === null ? '' : new Intl.NumberFormat(locale).format(seq)
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-medium">{say(`finding.${kind}`, kind)}</span>
        {place ? (
          <span className="tabular-nums text-muted-foreground">{say('entry', place, { seq: place })}</span>
        ) : null}
      </p>
      <p className="text-sm [overflow-wrap:anywhere]">{say(`sentence.${kind}`, sentence)}</p>
      <p className="flex flex-wrap gap-x-3 text-[0.8125rem] text-muted-foreground empty:hidden">
        {occurredAt ? <time dateTime={occurredAt}>{fullTime(occurredAt, locale)}</time> : null}
        {eventId ? <code className="font-mono [overflow-wrap:anywhere]">{eventId}</code> : null}
        {contactId ? (
          <InPageLink
            change={{ contact: contactId }}
            className="text-primary underline-offset-4 hover:underline"
          >
            {say('person', 'Person')}
          </InPageLink>
        ) : null}
      </p>
    </>
  )
}
