import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { classNames } from '../../classNames.ts'
import type { ConsentImport } from './consentImport.ts'

const colours = {
  total: 'bg-status-neutral-icon',
  sound: 'bg-status-success-icon',
  recorded: 'bg-status-success-icon',
  repeated: 'bg-status-neutral-icon',
  overruled: 'bg-status-warning-icon',
  faulty: 'bg-status-error-icon',
} as const
type Name = keyof typeof colours

/** What became of the rows, in numbers: before recording what was found, after it what was done. */
export function ImportNumbers({ one }: { one: ConsentImport }) {
  const t = useT()
  const locale = useLocale()
  const number = new Intl.NumberFormat(locale)
  const names: Name[] =
    one.done > 0 || one.state === 'finished'
      ? ['recorded', 'overruled', 'repeated', 'faulty']
      : ['total', 'sound', 'overruled', 'faulty']
  const shown = names.filter((name) => one[name] > 0 || name === names[0])
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-[0.8125rem]">
      {shown.map((name) => (
        <li key={name} className="flex items-center gap-1.5">
          <span aria-hidden="true" className={classNames('size-2.5 rounded-full', colours[name])} />
          <span className="text-muted-foreground">
            {t(`communication_channels.consents.imports.count.${name}`)}
          </span>{' '}
          <span className="font-medium tabular-nums">{number.format(one[name])}</span>
        </li>
      ))}
    </ul>
  )
}
