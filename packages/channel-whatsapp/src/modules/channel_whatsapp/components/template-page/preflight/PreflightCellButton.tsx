import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Popover, PopoverContent, PopoverTrigger } from '@open-mercato/ui/primitives/popover'
import { languageName } from '../../../lib/templates/language-name.ts'
import { readableName } from '../../templates/templateChoices.ts'
import { notificationName } from '../words/notificationName.ts'
import { useFormats, useSay } from '../words/useSay.ts'
import { CellSteps } from './CellSteps.tsx'
import { signs } from './cellSigns.ts'
import { type PreflightCell, toneOfCell } from './preflight.ts'

type PreflightCellButtonProps = { cell: PreflightCell; connectionId: string; mayManage: boolean }

/** How one notification stands in one language, as sign and word; why, and what to do, when it is opened. */
export function PreflightCellButton({ cell, connectionId, mayManage }: PreflightCellButtonProps) {
  const t = useT()
  const say = useSay()
  const { locale, list } = useFormats()
  const { state, language, fallbackLanguage, missing } = cell
  const { Icon, colour } = signs[toneOfCell(state)]
  const name = notificationName(t, cell.notification)
  const values = {
    name,
    language: languageName(language, locale),
    fallback: fallbackLanguage ? languageName(fallbackLanguage, locale) : '',
    values: list(missing.map(readableName)),
  }
  return (
    <Popover>
      <PopoverTrigger
        aria-label={say('preflight.cell', { ...values, state: say(`cell.${state}`) })}
        className="-my-2.5 inline-flex min-h-11 md:my-0 items-center gap-1.5 rounded-md px-1.5 text-start text-[0.8125rem] hover:bg-accent md:-ms-1.5 md:min-h-8"
      >
        <Icon aria-hidden="true" className={`size-4 shrink-0 ${colour}`} />
        {say(`cell.${state}`)}
      </PopoverTrigger>
      <PopoverContent className="grid w-80 gap-2.5 text-sm">
        <p className="font-medium">
          {name} · {values.language}
        </p>
        <p>{say(`cell.${state}.why`, values)}</p>
        <CellSteps cell={cell} connectionId={connectionId} mayManage={mayManage} />
      </PopoverContent>
    </Popover>
  )
}
