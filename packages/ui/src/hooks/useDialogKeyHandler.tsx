import type { KeyboardEvent } from 'react'

type DialogKeyHandlerOptions = { onConfirm?: () => void; onCancel?: () => void; disabled?: boolean }

/** Ctrl/Cmd+Enter confirms, Escape cancels. */
export function useDialogKeyHandler(options: DialogKeyHandlerOptions): (event: KeyboardEvent) => void {
  return (event) => {
    if (options.disabled) return
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault()
      options.onConfirm?.()
    }
    if (event.key === 'Escape') options.onCancel?.()
  }
}
