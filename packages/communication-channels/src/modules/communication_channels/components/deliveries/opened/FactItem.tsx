import { type TranslateFn, useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { StatusBadge, type StatusBadgeVariant } from '@open-mercato/ui/primitives/status-badge'
import { messageLine } from '../../inbox/model/contentWords.ts'
import type { Fact } from '../delivery.ts'
import { receiptTime } from '../receiptTime.ts'

const tones: Record<Fact['outcome'], StatusBadgeVariant> = {
  stored: 'success',
  known: 'neutral',
  missing: 'warning',
  foreign: 'warning',
  disabled: 'neutral',
  ignored: 'neutral',
  unreadable: 'error',
}

export function FactItem({ fact }: { fact: Fact }) {
  const t = useT()
  const locale = useLocale()
  const text = (name: string) => t(`communication_channels.deliveries.${name}`)
  const details = [
    fact.at ? receiptTime(fact.at, locale) : null,
    fact.number,
    fact.origin && fact.origin !== 'live' ? text(`fact.origin.${fact.origin}`) : null,
  ].filter(Boolean)
  return (
    <li className="grid grid-cols-1 gap-1.5 rounded-md border bg-card p-3 text-sm">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <p className="min-w-0 flex-1 font-medium [overflow-wrap:anywhere]">{headOf(t, fact)}</p>
        <StatusBadge variant={tones[fact.outcome]} dot>
          {text(`fact.outcome.${fact.outcome}`)}
        </StatusBadge>
      </div>
      {fact.kind === 'message' ? (
        <p className="line-clamp-3 [overflow-wrap:anywhere]">
          <bdi>{messageLine(t, fact.contentType, fact.preview)}</bdi>
        </p>
      ) : null}
      {fact.error ? <p className="text-status-error-text [overflow-wrap:anywhere]">{fact.error}</p> : null}
      {fact.hint ? <p className="text-muted-foreground">{text(`fact.hint.${fact.hint}`)}</p> : null}
      {details.length > 0 ? (
        <p className="text-[0.8125rem] text-muted-foreground">{details.join(' · ')}</p>
      ) : null}
      {fact.externalId ? (
        <p className="break-all font-mono text-xs text-muted-foreground">{fact.externalId}</p>
      ) : null}
      {fact.conversationId ? (
        <a
          href={`/backend/inbox?conversation=${fact.conversationId}`}
          className="w-fit text-[0.8125rem] font-medium text-primary underline-offset-4 hover:underline"
        >
          {text('fact.conversation')}
        </a>
      ) : null}
    </li>
  )
}

function headOf(t: TranslateFn, { kind, direction, who, status, field }: Fact): string {
  const text = (name: string, values: Record<string, string> = {}) =>
    t(`communication_channels.deliveries.fact.${name}`, values)
  const person = who ?? text('nobody')
  switch (kind) {
    case 'message':
      return text(direction === 'outbound' ? 'sent' : 'received', { who: person })
    case 'status':
      return text('status', { status: t(`communication_channels.inbox.tick.${status}`) })
    case 'name':
      return text('name', { who: person })
    case 'account':
      return text('account', { field: field ?? '' })
    case 'other':
      return text('other', { field: field ?? '' })
    case 'unreadable':
      return text('unreadable')
  }
}
