import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn.tsx'

export type StatusBadgeVariant = 'success' | 'warning' | 'error' | 'info' | 'neutral'
export type StatusMap<T extends string> = Record<T, StatusBadgeVariant>
export type StatusBadgeProps = ComponentProps<'span'> & {
  variant: StatusBadgeVariant
  dot?: boolean
  children?: ReactNode
}

const colours: Record<StatusBadgeVariant, string> = {
  success: 'border-status-success-border bg-status-success-bg text-status-success-text',
  warning: 'border-status-warning-border bg-status-warning-bg text-status-warning-text',
  error: 'border-status-error-border bg-status-error-bg text-status-error-text',
  info: 'border-status-info-border bg-status-info-bg text-status-info-text',
  neutral: 'border-status-neutral-border bg-status-neutral-bg text-status-neutral-text',
}

const dots: Record<StatusBadgeVariant, string> = {
  success: 'bg-status-success-icon',
  warning: 'bg-status-warning-icon',
  error: 'bg-status-error-icon',
  info: 'bg-status-info-icon',
  neutral: 'bg-status-neutral-icon',
}

export function StatusBadge({ variant, dot, className, children, ...props }: StatusBadgeProps) {
  return (
    <span
      className={cn(
        'inline-flex h-6 w-fit items-center gap-1.5 whitespace-nowrap rounded-full border px-2 text-xs font-medium',
        colours[variant],
        className,
      )}
      {...props}
    >
      {dot ? <span aria-hidden="true" className={cn('size-1.5 rounded-full', dots[variant])} /> : null}
      {children}
    </span>
  )
}
