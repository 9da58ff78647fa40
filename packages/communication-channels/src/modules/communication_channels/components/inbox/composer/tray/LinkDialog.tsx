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
import { Spinner } from '@open-mercato/ui/primitives/spinner'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { problemOf } from '../../data/tray/trayUploads.ts'
import { problemText } from '../../model/problemText.ts'
import { webLink } from '../../model/safeLink.ts'
import { limits } from '../limits.ts'

type LinkDialogProps = {
  providerKey: string
  /** Rejects with RequestFailed. */
  onAdd: (link: string, signal: AbortSignal) => Promise<void>
  onClose: () => void
  returnFocus: () => void
}

/** A file that is at a public address already. The server fetches it, so that what goes out is what was looked at. */
export function LinkDialog({ providerKey, onAdd, onClose, returnFocus }: LinkDialogProps) {
  const t = useT()
  const say = (key: string) => t(`communication_channels.inbox.composer.link.${key}`)
  const [link, setLink] = useState('')
  const [wasTried, setWasTried] = useState(false)
  const address = link.trim().length <= limits.link ? webLink(link.trim()) : null
  const leaving = useRef<AbortController>(undefined)
  useEffect(() => {
    const controller = new AbortController()
    leaving.current = controller
    return () => controller.abort()
  }, [])
  const adding = useMutation({
    mutationFn: (from: string) => onAdd(from, leaving.current!.signal),
    onSuccess: onClose,
  })
  const told = adding.error ? problemText(t, providerKey, problemOf(adding.error)) : null
  const error =
    wasTried && !address
      ? say('invalid')
      : told
        ? [told.reason, told.action].filter(Boolean).join(' ')
        : undefined
  const add = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    setWasTried(true)
    if (address && !adding.isPending) adding.mutate(address)
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
          <FormField label={say('field')} error={error}>
            <Input
              type="url"
              inputMode="url"
              dir="ltr"
              autoComplete="off"
              placeholder="https://"
              value={link}
              onChange={(event) => {
                setLink(event.target.value)
                adding.reset()
              }}
              readOnly={adding.isPending}
            />
          </FormField>
          <DialogFooter>
            <Button type="submit" disabled={adding.isPending}>
              {adding.isPending ? <Spinner size="sm" /> : null}
              {say('add')}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  )
}
