import { useUrlParams } from '@open-mercato/communication-channels/modules/communication_channels/components/inbox/data/useUrlParams'
import { useT } from '@open-mercato/shared/lib/i18n/context'
import { flash } from '@open-mercato/ui/backend/FlashMessages'
import { Button } from '@open-mercato/ui/primitives/button'
import { FilePlus2, PenLine, RefreshCw } from 'lucide-react'
import type { TemplateDefinition } from '../../../lib/templates/definition/definition.ts'
import { DEFAULT_NAMES } from '../../../lib/templates/write/defaults/default-template.ts'
import { problemText } from '../../problemText.ts'
import { useSyncNow } from '../data/useTemplateAccounts.ts'
import { useEditorDoor } from '../editorDoor.ts'
import { useSay } from '../words/useSay.ts'
import type { CellState, PreflightCell } from './preflight.ts'

type CellStepsProps = { cell: PreflightCell; connectionId: string; mayManage: boolean }

/** Where a template that Meta already has is missing here, a sync finds it. */
const mayBeAtMeta: CellState[] = ['missing', 'fallback']

/** What makes the cell green: handing in the ready-made template, changing the one there is, or reading Meta's anew. */
export function CellSteps({ cell, connectionId, mayManage }: CellStepsProps) {
  const t = useT()
  const say = useSay()
  const { setParams } = useUrlParams()
  const openEditor = useEditorDoor()
  const sync = useSyncNow()
  if (cell.state === 'usable') return null
  const lacksOne = mayBeAtMeta.includes(cell.state)
  const syncNow = () =>
    sync.mutate(connectionId, {
      onSuccess: () => flash(say('sync.asked'), 'info'),
      onError: (error) => flash(problemText(t, error, say('sync.notAsked')), 'error'),
    })
  const submitDefault = () =>
    setParams({
      dialog: 'defaults',
      on: connectionId,
      names: cell.notification,
      languages: cell.language,
    })
  const write = () => openEditor({ connectionId, initial: blankFor(cell) })
  return (
    <div className="flex flex-wrap gap-2">
      {lacksOne && mayManage ? (
        isReadyMade(cell.notification) ? (
          <Button size="sm" onClick={submitDefault}>
            <FilePlus2 /> {say('cell.step.default')}
          </Button>
        ) : (
          <Button size="sm" onClick={write}>
            <PenLine /> {say('cell.step.write')}
          </Button>
        )
      ) : null}
      {cell.templateId && !lacksOne ? (
        <Button size="sm" onClick={() => setParams({ template: cell.templateId })}>
          <PenLine /> {say('cell.step.open')}
        </Button>
      ) : null}
      {lacksOne && mayManage ? (
        <Button variant="outline" size="sm" disabled={sync.isPending} onClick={syncNow}>
          <RefreshCw /> {say('sync.now')}
        </Button>
      ) : null}
    </div>
  )
}

const isReadyMade = (notification: string) => DEFAULT_NAMES.some((name) => name === notification)

/** Carries the notification as soon as it has a text: by its name, in the language that is missing. */
function blankFor({ notification, language }: PreflightCell): TemplateDefinition {
  return {
    name: notification,
    language: language.replace('-', '_'),
    category: 'UTILITY',
    parameterFormat: 'NAMED',
    components: [{ type: 'BODY', text: '' }],
  }
}
