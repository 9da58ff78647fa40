import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Alert } from '@open-mercato/ui/primitives/alert'
import { Button } from '@open-mercato/ui/primitives/button'
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from '@open-mercato/ui/primitives/dialog'
import { Spinner } from '@open-mercato/ui/primitives/spinner'
import { useEffect, useRef } from 'react'
import { ChoiceSet } from '../../../ChoiceSet.tsx'
import { consentPurposes } from '../consent.ts'
import { type RecordedChange, recordedSources } from './consentRequest.ts'
import { OptInFields } from './OptInFields.tsx'
import { OptOutFields } from './OptOutFields.tsx'
import { TimeField } from './TimeField.tsx'
import { useRecordForm } from './useRecordForm.ts'

type RecordDialogProps = {
  contactId: string
  change: RecordedChange
  doubleOptIn: boolean
  onClose: () => void
  onRecorded: () => void
}

/** Writes down that somebody agreed, or wants no more, where the product could not see it happen. */
export function RecordDialog({ contactId, change, doubleOptIn, onClose, onRecorded }: RecordDialogProps) {
  const t = useT()
  const say = (key: string) => t(`communication_channels.consents.person.record.${key}`)
  const form = useRecordForm(contactId, change, onRecorded)
  const { draft } = form
  const frame = useRef<HTMLFormElement>(null)
  // After a try, the first field that needs a correction.
  useEffect(() => {
    if (form.tries > 0) frame.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [form.tries])
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && !form.isRecording && onClose()}>
      <DialogContent className="scroll-pt-6 scroll-pb-24 pb-0 sm:pb-0">
        <DialogHeader>
          <DialogTitle>{say(`${change}.title`)}</DialogTitle>
          <DialogDescription>{say(`${change}.why`)}</DialogDescription>
        </DialogHeader>
        <form ref={frame} onSubmit={form.submit} noValidate className="grid grid-cols-1 gap-5">
          <ChoiceSet
            several
            legend={say(`${change}.purposes`)}
            choices={consentPurposes.map((value) => ({ value, label: say(`purpose.${value}`) }))}
            chosen={draft.purposes}
            error={form.errorOf('purposes')}
            onChange={(purposes) => form.change({ purposes })}
          />
          <ChoiceSet
            legend={say('source')}
            choices={recordedSources.map((value) => ({ value, label: say(`source.${value}`) }))}
            chosen={[draft.source]}
            onChange={([source]) => source && form.change({ source })}
          />
          <TimeField
            label={say('occurredAt')}
            description={say('occurredAt.hint')}
            value={draft.occurredAt}
            error={form.errorOf('occurredAt')}
            onChange={(occurredAt) => form.change({ occurredAt })}
          />
          {change === 'opt_in' ? (
            <OptInFields form={form} doubleOptIn={doubleOptIn} />
          ) : (
            <OptOutFields form={form} />
          )}
          {form.problem ? (
            <Alert status="error">
              <p>{form.problem}</p>
            </Alert>
          ) : null}
          <DialogFooter className="sticky bottom-0 -mx-5 flex-row border-t bg-popover px-5 py-3 sm:-mx-6 sm:px-6">
            <Button
              variant="outline"
              className="flex-1 sm:flex-none"
              onClick={onClose}
              disabled={form.isRecording}
            >
              {t('communication_channels.inbox.cancel')}
            </Button>
            <Button type="submit" className="flex-1 sm:flex-none" disabled={form.isRecording}>
              {form.isRecording ? <Spinner size="sm" /> : null}
              {say(`${change}.confirm`)}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  )
}
