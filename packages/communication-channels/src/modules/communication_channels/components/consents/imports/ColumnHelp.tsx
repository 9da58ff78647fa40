import { useT } from '@open-mercato/shared/lib/i18n/context'

const columns = [
  'phone',
  'agreed_at',
  'purpose',
  'text',
  'source_document',
  'ip',
  'url',
  'reference',
  'note',
  'confirmed_at',
  'text_version',
  'language',
]
const needed = new Set(['phone', 'agreed_at'])

/** What the first line of a list names. */
export function ColumnHelp() {
  const t = useT()
  const say = (key: string) => t(`communication_channels.consents.import.${key}`)
  return (
    <details className="rounded-lg border px-4 py-3 text-sm [&[open]>summary]:mb-2">
      <summary className="cursor-pointer font-medium">{say('columns')}</summary>
      <p className="mb-2 leading-relaxed text-muted-foreground">{say('columns.why')}</p>
      <dl className="grid grid-cols-1 gap-x-4 gap-y-1 sm:grid-cols-[auto_minmax(0,1fr)]">
        {columns.map((column) => (
          <div key={column} className="contents">
            <dt className="font-mono text-[0.8125rem]">{column}</dt>
            <dd className="text-[0.8125rem] text-muted-foreground max-sm:mb-1.5">
              {say(`column.${column}`)}
              {needed.has(column) ? ` ${say('column.needed')}` : null}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
