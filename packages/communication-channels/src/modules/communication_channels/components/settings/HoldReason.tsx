import { useT } from '@open-mercato/shared/lib/i18n/context'
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
import { type FormEvent, useState } from 'react'

const longest = 500

type HoldReasonProps = {
  isSaving: boolean
  /** Null: none was given. */
  onConfirm: (reason: string | null) => void
  onClose: () => void
}

/** Asks for what a hold is there, so that whoever finds it later knows whether it may go. */
export function HoldReason({ isSaving, onConfirm, onClose }: HoldReasonProps) {
  const t = useT()
  const say = (key: string) => t(`communication_channels.settings.hold.on.${key}`)
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onConfirm(reason.trim() || null)
  }
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent size="sm">
        <DialogHeader>
          <DialogTitle>{say('title')}</DialogTitle>
          <DialogDescription>{say('text')}</DialogDescription>
        </DialogHeader>
        <form onSubmit={submit} className="grid gap-4">
          <FormField label={say('reason')} description={say('reason.hint')}>
            <Input value={reason} onChange={(event) => setReason(event.target.value)} maxLength={longest} />
          </FormField>
          <DialogFooter>
            <Button variant="outline" onClick={onClose}>
              {t('communication_channels.inbox.cancel')}
            </Button>
            <Button type="submit" disabled={isSaving}>
              {say('confirm')}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  )
}
