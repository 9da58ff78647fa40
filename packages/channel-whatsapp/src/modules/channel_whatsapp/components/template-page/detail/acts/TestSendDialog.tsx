import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
} from '@open-mercato/ui/primitives/dialog'
import { useState } from 'react'
import type { ManagedTemplate } from '../../data/template.ts'
import { useFillableTemplate } from '../../data/useTestSend.ts'
import { ChoiceField } from '../../parts/ChoiceField.tsx'
import { NotRead } from '../../parts/NotRead.tsx'
import { Waiting } from '../../parts/Waiting.tsx'
import { useSay } from '../../words/useSay.ts'
import { TestSendForm } from './TestSendForm.tsx'

type TestSendDialogProps = { template: ManagedTemplate['template']; onClose: () => void }

/** Sends the template once, to one's own number, to see it as customers do. */
export function TestSendDialog({ template, onClose }: TestSendDialogProps) {
  const say = useSay()
  const { numbers } = template
  const [channelId, setChannelId] = useState(numbers[0]?.channelId ?? '')
  const fillable = useFillableTemplate(channelId, template)
  const number = numbers.find((one) => one.channelId === channelId)
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent size="lg">
        <DialogHeader>
          <DialogTitle>{say('test.title')}</DialogTitle>
          <DialogDescription>{say('test.description')}</DialogDescription>
        </DialogHeader>
        {numbers.length > 1 ? (
          <ChoiceField
            label={say('test.from')}
            value={channelId}
            choices={numbers.map((one) => ({
              value: one.channelId,
              label: one.name ? `${one.phone} · ${one.name}` : one.phone,
            }))}
            onChange={(chosen) => chosen && setChannelId(chosen)}
          />
        ) : null}
        {fillable.data ? (
          <TestSendForm
            key={channelId}
            channelId={channelId}
            businessName={number?.name ?? null}
            managed={template}
            fillable={fillable.data}
            onClose={onClose}
          />
        ) : fillable.isError ? (
          <NotRead label={say('test.notRead')} error={fillable.error} onRetry={fillable.refetch} />
        ) : fillable.data === null ? (
          <p className="text-sm text-muted-foreground">{say('test.notOffered')}</p>
        ) : (
          <Waiting className="h-48" />
        )}
      </DialogContent>
    </Dialog>
  )
}
