import { Switch as RadixSwitch } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from './cn.tsx'

export function Switch({ className, ...props }: ComponentProps<typeof RadixSwitch.Root>) {
  return (
    <RadixSwitch.Root
      className={cn(
        // The pseudo element widens the touch target to 44 px without moving anything around it.
        'relative inline-flex h-6 w-10 shrink-0 items-center rounded-full bg-input transition-colors after:absolute after:-inset-2.5 disabled:opacity-50 data-[state=checked]:bg-primary',
        className,
      )}
      {...props}
    >
      <RadixSwitch.Thumb className="block size-4.5 translate-x-[3px] rounded-full bg-card shadow-xs transition-transform data-[state=checked]:translate-x-[19px]" />
    </RadixSwitch.Root>
  )
}
