import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { LoadingMessage } from '@open-mercato/ui/backend/detail'
import { Button } from '@open-mercato/ui/primitives/button'
import { Download, RefreshCw, ShieldAlert, ShieldCheck } from 'lucide-react'
import { classNames } from '../../classNames.ts'
import { apiBase } from '../../inbox/data/request.ts'
import { fullTime } from '../../inbox/model/times.ts'
import { NotLoaded } from '../../NotLoaded.tsx'
import { FindingList } from './FindingList.tsx'
import { useVerification } from './useVerification.ts'
import type { Verification } from './verification.ts'

/** Whether what was recorded is still what was recorded, said so that nobody has to read it twice. */
export function ChainVerdict() {
  const t = useT()
  const say = (key: string) => t(`communication_channels.consents.chain.${key}`)
  const { data, isPending, isError, isFetching, refetch } = useVerification()
  if (isPending) return <LoadingMessage label={say('checking')} />
  if (!data) return <NotLoaded label={say('failed')} onRetry={() => refetch()} />
  return (
    <div className="grid grid-cols-1 gap-4">
      <Verdict verification={data} />
      {isError ? <NotLoaded label={say('failed')} onRetry={() => refetch()} /> : null}
      {data.findings.length > 0 ? <FindingList findings={data.findings} /> : null}
      <div className="flex flex-wrap gap-2">
        <Button variant="outline" disabled={isFetching} onClick={() => void refetch()}>
          <RefreshCw className={isFetching ? 'animate-spin motion-reduce:animate-none' : undefined} />
          {say('again')}
        </Button>
        {(['csv', 'json'] as const).map((format) => (
          <Button key={format} asChild variant="outline">
            <a href={`${apiBase}/consents/ledger?format=${format}`} download>
              <Download /> {say(`export.${format}`)}
            </a>
          </Button>
        ))}
      </div>
      <p className="max-w-2xl text-sm leading-relaxed text-muted-foreground">{say('explained')}</p>
    </div>
  )
}

function Verdict({
  verification: { holds, checked, head, erasedWords, findings },
}: {
  verification: Verification
}) {
  const t = useT()
  const locale = useLocale()
  const number = new Intl.NumberFormat(locale)
  const say = (key: string, values: Record<string, string> = {}) =>
    t(`communication_channels.consents.chain.${key}`, values)
  const Icon = holds ? ShieldCheck : ShieldAlert
  const isEmpty = holds && checked === 0
  return (
    <section
      aria-live="polite"
      className={classNames(
        'grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 rounded-lg border p-5',
        holds
          ? 'border-status-success-border bg-status-success-bg text-status-success-text'
          : 'border-status-error-border bg-status-error-bg text-status-error-text',
      )}
    >
      <Icon aria-hidden="true" className="row-span-3 size-10" />
      <h2 className="text-lg font-semibold">{say(isEmpty ? 'empty' : holds ? 'holds' : 'broken')}</h2>
      <p className="text-sm">
        {holds
          ? say('checked', { count: number.format(checked) })
          : say('found', { count: number.format(findings.length), checked: number.format(checked) })}{' '}
        {erasedWords > 0 ? say('erased', { count: number.format(erasedWords) }) : null}
      </p>
      {head ? (
        <p className="text-[0.8125rem] [overflow-wrap:anywhere]">
          {say('head', { seq: number.format(head.seq), time: fullTime(head.updatedAt, locale) })}{' '}
          <code className="font-mono">{head.hash.slice(0, 16)}…</code>
        </p>
      ) : null}
    </section>
  )
}
