import { useT } from '@open-mercato/shared/lib/i18n/context'
import { X } from 'lucide-react'
import { Dialog as RadixDialog } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from './cn.tsx'
import { IconButton } from './icon-button.tsx'
import { useReturnFocus } from './return-focus.tsx'

export const Sheet = RadixDialog.Root
export const SheetTrigger = RadixDialog.Trigger
export const SheetClose = RadixDialog.Close

const sides = {
  left: 'inset-y-0 left-0 h-dvh w-[min(20rem,86vw)] border-r animate-slide-left',
  right: 'inset-y-0 right-0 h-dvh w-[min(26rem,100vw)] border-l animate-slide-right',
  top: 'inset-x-0 top-0 border-b animate-overlay-in',
  bottom: 'inset-x-0 bottom-0 max-h-[88dvh] rounded-t-xl border-t animate-slide-up',
}

type SheetContentProps = ComponentProps<typeof RadixDialog.Content> & {
  side?: keyof typeof sides
  hideClose?: boolean
  closeLabel?: string
}

/** A panel at the edge of the screen, above the page it belongs to. */
export function SheetContent(props: SheetContentProps) {
  const { side = 'right', hideClose, closeLabel, className, children, ...rest } = props
  const t = useT()
  const focus = useReturnFocus(rest)
  return (
    <RadixDialog.Portal>
      <RadixDialog.Overlay className="fixed inset-0 z-50 bg-[oklch(0.2_0.02_230/0.45)] animate-overlay-in" />
      <RadixDialog.Content
        className={cn(
          'fixed z-50 flex flex-col overflow-y-auto bg-popover text-popover-foreground shadow-overlay outline-none',
          sides[side],
          className,
        )}
        {...rest}
        {...focus}
      >
        {children}
        {hideClose ? null : (
          <RadixDialog.Close asChild>
            <IconButton
              size="sm"
              className="absolute right-3 top-3"
              aria-label={closeLabel ?? t('ui.close', 'Close')}
            >
              <X />
            </IconButton>
          </RadixDialog.Close>
        )}
      </RadixDialog.Content>
    </RadixDialog.Portal>
  )
}

export function SheetHeader({ className, ...props }: ComponentProps<'div'>) {
  return <div className={cn('grid gap-1 p-5 pr-12', className)} {...props} />
}

export function SheetFooter({ className, ...props }: ComponentProps<'div'>) {
  return <div className={cn('mt-auto flex flex-col gap-2 border-t p-5', className)} {...props} />
}

export function SheetTitle({ className, ...props }: ComponentProps<typeof RadixDialog.Title>) {
  return <RadixDialog.Title className={cn('text-base font-semibold tracking-tight', className)} {...props} />
}

export function SheetDescription({ className, ...props }: ComponentProps<typeof RadixDialog.Description>) {
  return <RadixDialog.Description className={cn('text-sm text-muted-foreground', className)} {...props} />
}
