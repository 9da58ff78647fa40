import { useRef } from 'react'

type FocusHandlers = {
  onOpenAutoFocus?: ((event: Event) => void) | undefined
  onCloseAutoFocus?: ((event: Event) => void) | undefined
}

/**
 * Gives the focus back to where it was before a dialog opened. Radix gives it to the trigger, and what is opened by a
 * state or by the address has none: whoever uses the keyboard would begin at the top of the page again.
 */
export function useReturnFocus({
  onOpenAutoFocus,
  onCloseAutoFocus,
}: FocusHandlers): Required<FocusHandlers> {
  const before = useRef<Element>(null)
  return {
    onOpenAutoFocus: (event) => {
      before.current = document.activeElement
      onOpenAutoFocus?.(event)
    },
    onCloseAutoFocus: (event) => {
      onCloseAutoFocus?.(event)
      const target = before.current
      if (event.defaultPrevented || !(target instanceof HTMLElement)) return
      if (!target.isConnected || target === document.body) return
      event.preventDefault()
      target.focus()
    },
  }
}
