import { useT } from '@open-mercato/shared/lib/i18n/context'
import { CircleAlert, CircleCheck, Info, Sparkles, TriangleAlert, X } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn.tsx'

export type AlertStatus = 'error' | 'warning' | 'success' | 'information' | 'feature'

export type AlertProps = Omit<ComponentProps<'div'>, 'style'> & {
  status?: AlertStatus
  showIcon?: boolean
  icon?: ReactNode
  dismissible?: boolean
  onDismiss?: () => void
  action?: ReactNode
}

const colours: Record<AlertStatus, string> = {
  error: 'border-status-error-border bg-status-error-bg text-status-error-text',
  warning: 'border-status-warning-border bg-status-warning-bg text-status-warning-text',
  success: 'border-status-success-border bg-status-success-bg text-status-success-text',
  information: 'border-status-info-border bg-status-info-bg text-status-info-text',
  feature: 'border-border bg-primary-soft text-primary-soft-foreground',
}

const icons: Record<AlertStatus, typeof Info> = {
  error: CircleAlert,
  warning: TriangleAlert,
  success: CircleCheck,
  information: Info,
  feature: Sparkles,
}

export function Alert(props: AlertProps) {
  const {
    status = 'information',
    showIcon = true,
    icon,
    dismissible,
    onDismiss,
    action,
    className,
    children,
    ...rest
  } = props
  const t = useT()
  const Icon = icons[status]
  return (
    <div
      role={status === 'error' ? 'alert' : 'status'}
      className={cn(
        'flex items-start gap-3 rounded-lg border px-3.5 py-3 text-sm',
        colours[status],
        className,
      )}
      {...rest}
    >
      {showIcon ? <span className="mt-0.5 shrink-0">{icon ?? <Icon className="size-4" />}</span> : null}
      <div className="grid min-w-0 flex-1 gap-0.5">{children}</div>
      {action}
      {dismissible ? (
        <button type="button" onClick={onDismiss} aria-label={t('ui.dismiss', 'Dismiss')}>
          <X className="size-4" />
        </button>
      ) : null}
    </div>
  )
}

export function AlertTitle({ className, ...props }: ComponentProps<'p'>) {
  return <p className={cn('font-medium', className)} {...props} />
}

export function AlertDescription({ className, ...props }: ComponentProps<'div'>) {
  return <div className={cn('leading-relaxed', className)} {...props} />
}
