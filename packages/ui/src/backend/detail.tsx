import { useT } from '@open-mercato/shared/lib/i18n/context'
import { CircleAlert, Lock, SearchX } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../primitives/button.tsx'
import { cn } from '../primitives/cn.tsx'
import { EmptyState } from '../primitives/empty-state.tsx'
import { Spinner } from '../primitives/spinner.tsx'

export function LoadingMessage({ label, className }: { label: string; className?: string }) {
  return (
    <div
      role="status"
      className={cn('flex items-center justify-center gap-3 py-12 text-sm text-muted-foreground', className)}
    >
      <Spinner />
      {label}
    </div>
  )
}

type MessageProps = { label: string; description?: ReactNode; action?: ReactNode; className?: string }

export function ErrorMessage({ label, description, action, className }: MessageProps) {
  return (
    <div role="alert" className={className}>
      <EmptyState icon={<CircleAlert />} title={label} description={description} actions={action} />
    </div>
  )
}

export function AccessDeniedMessage({ label, description, action, className }: MessageProps) {
  return (
    <div role="alert" className={className}>
      <EmptyState icon={<Lock />} title={label} description={description} actions={action} />
    </div>
  )
}

type RecordNotFoundStateProps = {
  label: string
  description?: ReactNode
  backHref?: string
  backLabel?: string
  action?: ReactNode
  icon?: ReactNode
}

export function RecordNotFoundState(props: RecordNotFoundStateProps) {
  const t = useT()
  return (
    <EmptyState
      icon={props.icon ?? <SearchX />}
      title={props.label}
      description={props.description}
      actions={
        props.action ??
        (props.backHref ? (
          <Button asChild variant="outline">
            <a href={props.backHref}>{props.backLabel ?? t('ui.back', 'Back')}</a>
          </Button>
        ) : null)
      }
    />
  )
}

type TabEmptyStateProps = {
  title: string
  description?: ReactNode
  actionLabel?: string
  onAction?: () => void
  disabled?: boolean
  action?: ReactNode
  children?: ReactNode
}

export function TabEmptyState(props: TabEmptyStateProps) {
  const { title, description, actionLabel, onAction, disabled, action, children } = props
  return (
    <EmptyState
      size="sm"
      title={title}
      description={description}
      actions={
        action ??
        (actionLabel ? (
          <Button variant="outline" onClick={onAction} disabled={disabled}>
            {actionLabel}
          </Button>
        ) : null)
      }
    >
      {children}
    </EmptyState>
  )
}
