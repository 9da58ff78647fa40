import { useUrlParams } from '@open-mercato/communication-channels/modules/communication_channels/components/inbox/data/useUrlParams'
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
} from '@open-mercato/ui/primitives/dialog'
import { useState } from 'react'
import type { TemplateAccount } from '../data/template.ts'
import { useDefaultTemplates, useSubmitDefaults } from '../data/useDefaultTemplates.ts'
import { ChoiceField } from '../parts/ChoiceField.tsx'
import { NotRead } from '../parts/NotRead.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useSay } from '../words/useSay.ts'
import { DefaultsForm } from './DefaultsForm.tsx'
import { DefaultsProgress } from './DefaultsProgress.tsx'

type DefaultsDialogProps = { accounts: TemplateAccount[]; onClose: () => void }

/** The ready-made templates: chosen by name and language, handed in together. */
export function DefaultsDialog({ accounts, onClose }: DefaultsDialogProps) {
  const say = useSay()
  const { params } = useUrlParams()
  const [chosen, setChosen] = useState(params.get('on'))
  const [isRunning, setIsRunning] = useState(false)
  const connectionId =
    accounts.find((account) => account.connectionId === chosen)?.connectionId ??
    accounts[0]?.connectionId ??
    ''
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && !isRunning && onClose()}>
      <DialogContent size="lg">
        <DialogHeader>
          <DialogTitle>{say('defaults.title')}</DialogTitle>
          <DialogDescription>{say('defaults.description')}</DialogDescription>
        </DialogHeader>
        {accounts.length > 1 ? (
          <ChoiceField
            label={say('column.account')}
            value={connectionId}
            choices={accounts.map((account) => ({ value: account.connectionId, label: account.name }))}
            isDisabled={isRunning}
            onChange={setChosen}
          />
        ) : null}
        <OfAccount
          key={connectionId}
          connectionId={connectionId}
          wished={{ names: params.get('names'), languages: params.get('languages') }}
          onRun={setIsRunning}
          onClose={onClose}
        />
      </DialogContent>
    </Dialog>
  )
}

type OfAccountProps = {
  connectionId: string
  wished: { names: string | null; languages: string | null }
  /** Told as the handing in begins and ends; in between nobody leaves it. */
  onRun: (isRunning: boolean) => void
  onClose: () => void
}

function OfAccount({ connectionId, wished, onRun, onClose }: OfAccountProps) {
  const say = useSay()
  const { data, isError, error, refetch } = useDefaultTemplates(connectionId)
  const { progress, submit } = useSubmitDefaults(connectionId)
  if (progress) return <DefaultsProgress progress={progress} onClose={onClose} />
  if (data) {
    return (
      <DefaultsForm
        items={data}
        wished={{
          names: wished.names?.split(',') ?? null,
          languages: wished.languages?.split(',') ?? null,
        }}
        onSubmit={(wishes) => {
          onRun(true)
          void submit(wishes).finally(() => onRun(false))
        }}
        onClose={onClose}
      />
    )
  }
  if (isError) return <NotRead label={say('defaults.failed')} error={error} onRetry={refetch} />
  return <Waiting className="h-64" />
}
