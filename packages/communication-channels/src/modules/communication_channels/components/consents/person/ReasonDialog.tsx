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
import { FormField } from '@open-mercato/ui/primitives/form-field'
import { Input } from '@open-mercato/ui/primitives/input'
import { Spinner } from '@open-mercato/ui/primitives/spinner'
import { type FormEvent, useId, useRef, useState } from 'react'
import type { RequestFailed } from '../../inbox/data/request.ts'
import { problemText } from '../../inbox/model/problemText.ts'

const longest = 500

type ReasonDialogProps = {
  /** Its words are `communication_channels.consents.person.<name>.{title,text,reason,confirm,missing}`. */
  name: 'block' | 'erase'
  isRequired: boolean
  isActing: boolean
  failure: RequestFailed | null
  onConfirm: (reason: string) => void
  onClose: () => void
}

/** Says what an act does before it is done, and asks why, for whoever reads it later. */
export function ReasonDialog({ name, isRequired, isActing, failure, onConfirm, onClose }: ReasonDialogProps) {
  const t = useT()
  const say = (key: string) => t(`communication_channels.consents.person.${name}.${key}`)
  const id = useId()
  const field = useRef<HTMLFormElement>(null)
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const told = failure ? problemText(t, '', failure) : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    const given = reason.trim()
    setMissing(isRequired && !given)
    if (isRequired && !given) field.current?.querySelector('input')?.focus()
    else if (!isActing) onConfirm(given)
  }
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && !isActing && onClose()}>
      <DialogContent size="sm">
        <DialogHeader>
          <DialogTitle>{say('title')}</DialogTitle>
          <DialogDescription>{say('text')}</DialogDescription>
        </DialogHeader>
        <form ref={field} onSubmit={submit} noValidate className="grid grid-cols-1 gap-4">
          <FormField
            id={id}
            required={isRequired}
            label={say('reason')}
            error={isMissing ? say('missing') : failure?.fieldErrors.reason}
          >
            <Input
              dir="auto"
              autoComplete="off"
              maxLength={longest}
              value={reason}
              onChange={(event) => {
                setReason(event.target.value)
                setMissing(false)
              }}
            />
          </FormField>
          {told && !failure?.fieldErrors.reason ? (
            <Alert status="error">
              <p>
                {told.reason} {told.action}
              </p>
            </Alert>
          ) : null}
          <DialogFooter>
            <Button variant="outline" onClick={onClose} disabled={isActing}>
              {t('communication_channels.inbox.cancel')}
            </Button>
            <Button type="submit" variant="destructive" disabled={isActing}>
              {isActing ? <Spinner size="sm" /> : null}
              {say('confirm')}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  )
}
