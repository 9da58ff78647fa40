import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { LoadingMessage } from '@open-mercato/ui/backend/detail'
import { Button } from '@open-mercato/ui/primitives/button'
import { Download } from 'lucide-react'
import { apiBase } from '../../inbox/data/request.ts'
import { MoreButton } from '../../MoreButton.tsx'
import { NotLoaded } from '../../NotLoaded.tsx'
import { dateText } from '../person/consentWords.ts'
import type { ConsentImport, ImportRow, RowState } from './consentImport.ts'
import { useImportRows } from './useImports.ts'

type RowListProps = { one: ConsentImport; state: RowState; mayExport: boolean }

/** Rows by their line in the file, each with all that is wrong with it. */
export function RowList({ one, state, mayExport }: RowListProps) {
  const t = useT()
  const locale = useLocale()
  const say = (key: string, values?: Record<string, string>) =>
    t(`communication_channels.consents.rows.${key}`, values)
  const list = useImportRows(one.id, state)
  return (
    <section className="grid grid-cols-1 gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-semibold">{say(`title.${state}`)}</h3>
        {mayExport ? (
          <Button asChild variant="outline" size="sm">
            <a href={`${apiBase}/consents/imports/${one.id}/rows/export?state=${state}`} download>
              <Download /> {say('download')}
            </a>
          </Button>
        ) : null}
      </div>
      {one.emptiedAt ? (
        <p className="text-sm text-muted-foreground">
          {say('emptied', { time: dateText(one.emptiedAt, locale) })}
        </p>
      ) : null}
      {list.isPending ? <LoadingMessage label={say('loading')} /> : null}
      {list.isError && list.rows.length === 0 ? (
        <NotLoaded label={say('failed')} onRetry={() => list.refetch()} />
      ) : null}
      {list.rows.length > 0 ? (
        <ol
          aria-label={say(`title.${state}`)}
          className="grid grid-cols-1 divide-y rounded-lg border bg-card"
        >
          {list.rows.map((row) => (
            <li key={row.line} className="grid gap-0.5 px-4 py-2.5 text-sm">
              <Row row={row} />
            </li>
          ))}
        </ol>
      ) : null}
      <MoreButton list={list} label={say('more')} />
    </section>
  )
}

function Row({ row: { line, state, phone, problems } }: { row: ImportRow }) {
  const t = useT()
  const locale = useLocale()
  const number = new Intl.NumberFormat(locale)
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-medium tabular-nums">
          {t('communication_channels.consents.rows.line', { line: number.format(line) })}
        </span>
        {phone ? (
          <span className="text-muted-foreground [overflow-wrap:anywhere]">
            <bdi>{phone.slice(0, 60)}</bdi>
          </span>
        ) : null}
      </p>
      {/* Of the others the title says it. */}
      {(state === 'faulty' ? problems : []).map((problem) => (
        <p key={`${problem.column}|${problem.code}`} className="text-status-error-text">
          {problem.column ? <span className="font-mono text-[0.8125rem]">{problem.column}: </span> : null}
          {t(`communication_channels.consents.rows.problem.${problem.code}`, problem.sentence, {
            line: number.format(problem.line ?? 0),
          })}
        </p>
      ))}
    </>
  )
}
