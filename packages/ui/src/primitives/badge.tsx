import { useT } from '@open-mercato/shared/lib/i18n/context'
import { X } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cn } from './cn.tsx'

export type BadgeVariant =
  | 'default'
  | 'secondary'
  | 'destructive'
  | 'outline'
  | 'muted'
  | 'success'
  | 'warning'
  | 'info'
  | 'neutral'
  | 'error'
  | 'brand'

export type BadgeProps = ComponentProps<'span'> & {
  variant?: BadgeVariant
  size?: 'sm' | 'default'
  dot?: boolean
  removable?: boolean
  onRemove?: () => void
}

const colours: Record<BadgeVariant, string> = {
  default: 'bg-primary text-primary-foreground',
  secondary: 'bg-secondary text-secondary-foreground',
  destructive: 'bg-destructive text-destructive-foreground',
  outline: 'border text-foreground',
  muted: 'bg-muted text-muted-foreground',
  success: 'bg-status-success-bg text-status-success-text',
  warning: 'bg-status-warning-bg text-status-warning-text',
  info: 'bg-status-info-bg text-status-info-text',
  neutral: 'bg-status-neutral-bg text-status-neutral-text',
  error: 'bg-status-error-bg text-status-error-text',
  brand: 'bg-highlight text-highlight-foreground',
}

export function Badge(props: BadgeProps) {
  const {
    variant = 'default',
    size = 'default',
    dot,
    removable,
    onRemove,
    className,
    children,
    ...rest
  } = props
  const t = useT()
  return (
    <span
      className={cn(
        'inline-flex w-fit items-center gap-1.5 whitespace-nowrap rounded-full font-medium',
        size === 'sm' ? 'h-5 px-1.5 text-[0.6875rem]' : 'h-6 px-2 text-xs',
        colours[variant],
        className,
      )}
      {...rest}
    >
      {dot ? <span aria-hidden="true" className="size-1.5 rounded-full bg-current" /> : null}
      {children}
      {removable ? (
        <button type="button" onClick={onRemove} aria-label={t('ui.remove', 'Remove')}>
          <X className="size-3" />
        </button>
      ) : null}
    </span>
  )
}
