import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Check } from 'lucide-react'
import { classNames } from '../../classNames.ts'

const steps = [1, 2, 3] as const

/** Where in the import one is. */
export function ImportSteps({ step }: { step: (typeof steps)[number] }) {
  const t = useT()
  return (
    <ol className="flex flex-wrap gap-x-5 gap-y-2 text-sm">
      {steps.map((one) => (
        <li
          key={one}
          aria-current={one === step ? 'step' : undefined}
          className={classNames(
            'flex items-center gap-2',
            one === step ? 'font-semibold' : 'text-muted-foreground',
          )}
        >
          <span
            aria-hidden="true"
            className={classNames(
              'grid size-6 place-items-center rounded-full text-xs font-semibold tabular-nums',
              one <= step ? 'bg-primary text-primary-foreground' : 'bg-muted',
            )}
          >
            {one < step ? <Check className="size-3.5" /> : one}
          </span>
          {t(`communication_channels.consents.import.step.${one}`)}
        </li>
      ))}
    </ol>
  )
}
