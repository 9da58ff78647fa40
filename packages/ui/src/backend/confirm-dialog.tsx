import { useT } from '@open-mercato/shared/lib/i18n/context'
import { type ReactNode, useCallback, useRef, useState } from 'react'
import { useDialogKeyHandler } from '../hooks/useDialogKeyHandler.tsx'
import { Button } from '../primitives/button.tsx'
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from '../primitives/dialog.tsx'
import { Spinner } from '../primitives/spinner.tsx'

export type ConfirmDialogOptions = {
  title?: string
  text?: ReactNode
  description?: ReactNode
  confirmText?: string
  cancelText?: string | false
  variant?: 'default' | 'destructive'
}

export type ConfirmDialogProps = ConfirmDialogOptions & {
  open?: boolean
  onOpenChange?: (open: boolean) => void
  onConfirm: () => void | Promise<void>
  onCancel?: () => void
  loading?: boolean
  trigger?: ReactNode
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, onOpenChange, onConfirm, onCancel, loading, trigger, variant = 'default' } = props
  const t = useT()
  const onKeyDown = useDialogKeyHandler({ onConfirm, disabled: loading })
  const body = props.text ?? props.description
  const change = (isOpen: boolean) => {
    onOpenChange?.(isOpen)
    if (!isOpen) onCancel?.()
  }
  return (
    <Dialog open={open} onOpenChange={change}>
      {trigger ? <DialogTrigger asChild>{trigger}</DialogTrigger> : null}
      <DialogContent
        size="sm"
        role="alertdialog"
        onKeyDown={onKeyDown}
        {...(body ? {} : { 'aria-describedby': undefined })}
      >
        <DialogHeader>
          <DialogTitle>{props.title ?? t('ui.confirm.title', 'Are you sure?')}</DialogTitle>
          {body ? <DialogDescription>{body}</DialogDescription> : null}
        </DialogHeader>
        <DialogFooter>
          {props.cancelText === false ? null : (
            <Button variant="outline" onClick={() => change(false)} disabled={loading}>
              {props.cancelText ?? t('ui.cancel', 'Cancel')}
            </Button>
          )}
          <Button
            variant={variant === 'destructive' ? 'destructive' : 'default'}
            onClick={onConfirm}
            disabled={loading}
          >
            {loading ? <Spinner size="sm" /> : null}
            {props.confirmText ?? t('ui.confirm.confirm', 'Confirm')}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  )
}

export type UseConfirmDialogReturn = {
  confirm(options?: ConfirmDialogOptions): Promise<boolean>
  ConfirmDialogElement: ReactNode
}

/** `await confirm({...})` asks the person; render `ConfirmDialogElement` somewhere on the page. */
export function useConfirmDialog(): UseConfirmDialogReturn {
  const [asked, setAsked] = useState<ConfirmDialogOptions | null>(null)
  const answer = useRef<(confirmed: boolean) => void>(undefined)

  const confirm = useCallback((options: ConfirmDialogOptions = {}) => {
    answer.current?.(false)
    setAsked(options)
    return new Promise<boolean>((resolve) => {
      answer.current = resolve
    })
  }, [])

  const settle = (confirmed: boolean) => {
    answer.current?.(confirmed)
    answer.current = undefined
    setAsked(null)
  }

  return {
    confirm,
    ConfirmDialogElement: asked ? (
      <ConfirmDialog open {...asked} onConfirm={() => settle(true)} onCancel={() => settle(false)} />
    ) : null,
  }
}
