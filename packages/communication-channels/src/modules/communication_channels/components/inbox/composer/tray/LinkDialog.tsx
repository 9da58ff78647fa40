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
import { webLink } from '../../model/safeLink.ts'
import { limits } from '../limits.ts'

type LinkDialogProps = { onAdd: (link: string) => void; onClose: () => void; returnFocus: () => void }

/** A file that is at a public address already. The server fetches it, so that what goes out is what was looked at. */
export function LinkDialog({ onAdd, onClose, returnFocus }: LinkDialogProps) {
  const t = useT()
  const say = (key: string) => t(`communication_channels.inbox.composer.link.${key}`)
  const [link, setLink] = useState('')
  const [wasTried, setWasTried] = useState(false)
  const address = link.trim().length <= limits.link ? webLink(link.trim()) : null
  const add = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    setWasTried(true)
    if (!address) return
    onAdd(address)
    onClose()
  }
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        onCloseAutoFocus={(event) => {
          event.preventDefault()
          returnFocus()
        }}
      >
        <DialogHeader>
          <DialogTitle>{say('title')}</DialogTitle>
          <DialogDescription>{say('description')}</DialogDescription>
        </DialogHeader>
        <form onSubmit={add} noValidate className="grid gap-4">
          <FormField label={say('field')} error={wasTried && !address ? say('invalid') : undefined}>
            <Input
              type="url"
              inputMode="url"
              dir="ltr"
              autoComplete="off"
              placeholder="https://"
              value={link}
              onChange={(event) => setLink(event.target.value)}
            />
          </FormField>
          <DialogFooter>
            <Button type="submit">{say('add')}</Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  )
}
