import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn.tsx'

export type InputProps = Omit<ComponentProps<'input'>, 'size'> & {
  size?: 'sm' | 'default' | 'lg'
  leftIcon?: ReactNode
  rightIcon?: ReactNode
  inputClassName?: string
}

const heights = { sm: 'h-11 md:h-8', default: 'h-11 md:h-9', lg: 'h-11' }

export const controlClasses =
  'rounded-md border border-input/70 bg-card shadow-xs transition-[border-color,box-shadow] hover:border-input has-[:focus-visible]:border-ring has-[:focus-visible]:ring-3 has-[:focus-visible]:ring-ring/25 has-[[aria-invalid=true]]:border-status-error-icon has-[:disabled]:bg-muted has-[:disabled]:opacity-70'

export function Input({
  size = 'default',
  leftIcon,
  rightIcon,
  className,
  inputClassName,
  ...props
}: InputProps) {
  return (
    <div
      className={cn(
        controlClasses,
        'flex w-full items-center gap-2 px-3 [&_svg:not([class*=size-])]:size-4',
        heights[size],
        className,
      )}
    >
      {leftIcon ? <span className="text-muted-foreground">{leftIcon}</span> : null}
      <input
        className={cn(
          'h-full w-full min-w-0 bg-transparent text-base outline-none placeholder:text-muted-foreground md:text-sm',
          inputClassName,
        )}
        {...props}
      />
      {rightIcon ? <span className="flex items-center text-muted-foreground">{rightIcon}</span> : null}
    </div>
  )
}
