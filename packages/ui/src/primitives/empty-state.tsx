import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { cn } from './cn.tsx'

export type EmptyStateProps = {
  title: ReactNode
  description?: ReactNode
  icon?: ReactNode
  illustration?: ReactNode
  actions?: ReactNode
  actionLabel?: string
  onAction?: () => void
  size?: 'sm' | 'default'
  variant?: 'default' | 'subtle'
  children?: ReactNode
}

/** What stands where there is nothing yet: why it is empty, and what to do about it. */
export function EmptyState(props: EmptyStateProps) {
  const { title, description, icon, illustration, actions, actionLabel, onAction, children } = props
  const { size = 'default', variant = 'default' } = props
  return (
    <div
      className={cn(
        'flex flex-col items-center justify-center gap-3 rounded-lg px-6 text-center',
        size === 'sm' ? 'py-8' : 'py-16',
        variant === 'default' && 'border border-dashed bg-card/60',
      )}
    >
      {illustration}
      {icon ? (
        <span className="flex size-12 items-center justify-center rounded-full bg-primary-soft text-primary-soft-foreground [&_svg]:size-5">
          {icon}
        </span>
      ) : null}
      <div className="grid max-w-sm gap-1">
        <div className="font-semibold">{title}</div>
        {description ? <p className="text-sm leading-relaxed text-muted-foreground">{description}</p> : null}
      </div>
      {children}
      {actions}
      {actionLabel && onAction ? (
        <Button variant="outline" onClick={onAction}>
          {actionLabel}
        </Button>
      ) : null}
    </div>
  )
}
