import { Tooltip as RadixTooltip } from 'radix-ui'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn.tsx'

export const TooltipProvider = RadixTooltip.Provider
export const Tooltip = RadixTooltip.Root
export const TooltipTrigger = RadixTooltip.Trigger

export function TooltipContent({ className, ...props }: ComponentProps<typeof RadixTooltip.Content>) {
  return (
    <RadixTooltip.Portal>
      <RadixTooltip.Content
        sideOffset={6}
        className={cn(
          'z-60 max-w-xs rounded-md bg-foreground px-2.5 py-1.5 text-xs leading-snug text-background shadow-overlay animate-overlay-in',
          className,
        )}
        {...props}
      />
    </RadixTooltip.Portal>
  )
}

export type TooltipProps = {
  content: ReactNode
  children: ReactNode
  side?: 'top' | 'right' | 'bottom' | 'left'
  align?: 'start' | 'center' | 'end'
  delayDuration?: number
  disabled?: boolean
}

export function SimpleTooltip(props: TooltipProps) {
  const { content, children, side, align, delayDuration = 300, disabled } = props
  if (disabled || !content) return <>{children}</>
  return (
    <TooltipProvider delayDuration={delayDuration}>
      <Tooltip>
        <TooltipTrigger asChild>{children}</TooltipTrigger>
        <TooltipContent side={side} align={align}>
          {content}
        </TooltipContent>
      </Tooltip>
    </TooltipProvider>
  )
}
