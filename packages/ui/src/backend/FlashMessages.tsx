import { Toaster, toast } from 'sonner'

export type FlashKind = 'success' | 'error' | 'warning' | 'info'

/** A short notice that leaves by itself; what the reader must act on belongs on the page instead. */
export function flash(message: string, type: FlashKind = 'info'): void {
  toast[type](message)
}

/** Mounted once by the shell. At the top, because what is pressed next (send, save, delete) stands at the bottom. */
export function FlashMessages() {
  return (
    <Toaster
      theme="system"
      position="top-center"
      closeButton
      offset={{ top: 8 }}
      mobileOffset={{ top: 8 }}
      toastOptions={{
        style: {
          background: 'var(--popover)',
          color: 'var(--popover-foreground)',
          borderColor: 'var(--border)',
          fontFamily: 'inherit',
        },
      }}
    />
  )
}
