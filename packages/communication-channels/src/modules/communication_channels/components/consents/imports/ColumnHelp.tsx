import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { Button } from '@open-mercato/ui/primitives/button'
import { Download } from 'lucide-react'
import { columns } from './columns.ts'
import { exampleList } from './exampleList.ts'

const needed = new Set<string>(['phone', 'agreed_at'])

type ColumnHelpProps = { isOpen: boolean; onToggle: (isOpen: boolean) => void }

/** What the first line of a list names. */
export function ColumnHelp({ isOpen, onToggle }: ColumnHelpProps) {
  const t = useT()
  const language = useLocale()
  const say = (key: string) => t(`communication_channels.consents.import.${key}`)
  const example = exampleList({
    marketing: say('example.marketing'),
    utility: say('example.utility'),
    language,
  })
  return (
    <div className="relative grid grid-cols-1 gap-2 rounded-lg border px-4 py-3 text-sm">
      <details open={isOpen} onToggle={(event) => onToggle(event.currentTarget.open)}>
        <summary className="cursor-pointer font-medium">{say('columns')}</summary>
        <p className="my-2 leading-relaxed text-muted-foreground">{say('columns.why')}</p>
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
      <Button
        asChild
        variant="outline"
        size="sm"
        className="justify-self-start sm:absolute sm:end-2 sm:top-2"
      >
        <a
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(example)}`}
          download="consents-example.csv"
        >
          <Download /> {say('example')}
        </a>
      </Button>
    </div>
  )
}
