import { Check, ChevronDown } from 'lucide-react'
import { Select as RadixSelect } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from './cn.tsx'

export const Select = RadixSelect.Root
export const SelectValue = RadixSelect.Value
export const SelectGroup = RadixSelect.Group

const heights = { xs: 'h-8', sm: 'h-11 md:h-8', default: 'h-11 md:h-9', lg: 'h-11' }

type SelectTriggerProps = ComponentProps<typeof RadixSelect.Trigger> & { size?: keyof typeof heights }

export function SelectTrigger({ size = 'default', className, children, ...props }: SelectTriggerProps) {
  return (
    <RadixSelect.Trigger
      className={cn(
        'inline-flex w-full items-center justify-between gap-2 rounded-md border border-input/70 bg-card px-3 text-left text-base shadow-xs transition-colors hover:border-input disabled:opacity-60 aria-invalid:border-status-error-icon data-[placeholder]:text-muted-foreground md:text-sm [&>span]:truncate',
        heights[size],
        className,
      )}
      {...props}
    >
      {children}
      <RadixSelect.Icon asChild>
        <ChevronDown className="size-4 shrink-0 text-muted-foreground" />
      </RadixSelect.Icon>
    </RadixSelect.Trigger>
  )
}

export function SelectContent({ className, children, ...props }: ComponentProps<typeof RadixSelect.Content>) {
  return (
    <RadixSelect.Portal>
      <RadixSelect.Content
        position="popper"
        sideOffset={4}
        className={cn(
          'z-50 max-h-[min(24rem,var(--radix-select-content-available-height))] min-w-[var(--radix-select-trigger-width)] overflow-y-auto rounded-lg border bg-popover p-1 text-popover-foreground shadow-overlay animate-pop-in',
          className,
        )}
        {...props}
      >
        <RadixSelect.Viewport>{children}</RadixSelect.Viewport>
      </RadixSelect.Content>
    </RadixSelect.Portal>
  )
}

export function SelectItem({ className, children, ...props }: ComponentProps<typeof RadixSelect.Item>) {
  return (
    <RadixSelect.Item
      className={cn(
        'relative flex min-h-11 cursor-default select-none items-center rounded-md py-1.5 pl-2.5 pr-8 text-sm outline-none data-[disabled]:opacity-50 data-[highlighted]:bg-accent md:min-h-8',
        className,
      )}
      {...props}
    >
      <RadixSelect.ItemText>{children}</RadixSelect.ItemText>
      <RadixSelect.ItemIndicator className="absolute right-2.5">
        <Check className="size-4 text-primary" />
      </RadixSelect.ItemIndicator>
    </RadixSelect.Item>
  )
}

export function SelectLabel({ className, ...props }: ComponentProps<typeof RadixSelect.Label>) {
  return (
    <RadixSelect.Label
      className={cn('px-2.5 py-1.5 text-xs font-medium text-muted-foreground', className)}
      {...props}
    />
  )
}

export function SelectSeparator({ className, ...props }: ComponentProps<typeof RadixSelect.Separator>) {
  return <RadixSelect.Separator className={cn('my-1 h-px bg-border', className)} {...props} />
}
