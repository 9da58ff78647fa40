import { useT } from '@open-mercato/shared/lib/i18n/context'
import { X } from 'lucide-react'
import { Dialog as RadixDialog } from 'radix-ui'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn.tsx'
import { IconButton } from './icon-button.tsx'
import { useReturnFocus } from './return-focus.tsx'

export const Dialog = RadixDialog.Root
export const DialogTrigger = RadixDialog.Trigger
export const DialogClose = RadixDialog.Close

const widths = { sm: 'sm:max-w-sm', default: 'sm:max-w-lg', lg: 'sm:max-w-2xl', xl: 'sm:max-w-4xl' }

type DialogContentProps = ComponentProps<typeof RadixDialog.Content> & {
  size?: keyof typeof widths
  dismissible?: boolean
  elevated?: boolean
  closeAriaLabel?: string
}

/** On small screens the dialog is a sheet that rises from the bottom, within reach of the thumb. */
export function DialogContent(props: DialogContentProps) {
  const {
    size = 'default',
    dismissible = true,
    elevated,
    closeAriaLabel,
    className,
    children,
    ...rest
  } = props
  const t = useT()
  const focus = useReturnFocus(rest)
  const stay = (event: Event) => event.preventDefault()
  return (
    <RadixDialog.Portal>
      <RadixDialog.Overlay
        className={cn(
          'fixed inset-0 bg-[oklch(0.2_0.02_230/0.45)] animate-overlay-in',
          elevated ? 'z-60' : 'z-50',
        )}
      />
      <RadixDialog.Content
        className={cn(
          'fixed inset-x-0 bottom-0 flex max-h-[92dvh] w-full flex-col gap-4 overflow-y-auto rounded-t-xl border bg-popover p-5 text-popover-foreground shadow-overlay outline-none animate-slide-up sm:inset-auto sm:left-1/2 sm:top-1/2 sm:max-h-[86dvh] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:animate-pop-in sm:rounded-xl sm:p-6',
          widths[size],
          elevated ? 'z-60' : 'z-50',
          className,
        )}
        {...(dismissible ? {} : { onPointerDownOutside: stay, onEscapeKeyDown: stay })}
        {...rest}
        {...focus}
      >
        {children}
        {dismissible ? (
          <RadixDialog.Close asChild>
            <IconButton
              size="sm"
              className="absolute right-3 top-3"
              aria-label={closeAriaLabel ?? t('ui.close', 'Close')}
            >
              <X />
            </IconButton>
          </RadixDialog.Close>
        ) : null}
      </RadixDialog.Content>
    </RadixDialog.Portal>
  )
}

type DialogHeaderProps = ComponentProps<'div'> & { leading?: ReactNode }

export function DialogHeader({ leading, className, children, ...props }: DialogHeaderProps) {
  return (
    <div className={cn('flex items-start gap-3 pr-8', className)} {...props}>
      {leading}
      <div className="grid gap-1">{children}</div>
    </div>
  )
}

type DialogFooterProps = ComponentProps<'div'> & {
  layout?: 'default' | 'equal'
  bordered?: boolean
  leading?: ReactNode
}

export function DialogFooter({
  layout = 'default',
  bordered,
  leading,
  className,
  children,
  ...props
}: DialogFooterProps) {
  return (
    <div
      className={cn(
        'flex flex-col-reverse gap-2 sm:flex-row sm:justify-end',
        layout === 'equal' && 'sm:[&>*]:flex-1',
        bordered && '-mx-6 border-t px-6 pt-4',
        className,
      )}
      {...props}
    >
      {leading ? <div className="sm:mr-auto">{leading}</div> : null}
      {children}
    </div>
  )
}

export function DialogTitle({ className, ...props }: ComponentProps<typeof RadixDialog.Title>) {
  return (
    <RadixDialog.Title
      className={cn('text-base font-semibold leading-snug tracking-tight', className)}
      {...props}
    />
  )
}

export function DialogDescription({ className, ...props }: ComponentProps<typeof RadixDialog.Description>) {
  return (
    <RadixDialog.Description
      className={cn('text-sm leading-relaxed text-muted-foreground', className)}
      {...props}
    />
  )
}
