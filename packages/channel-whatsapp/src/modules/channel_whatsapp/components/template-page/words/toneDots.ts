import type { StatusBadgeVariant } from '@open-mercato/ui/primitives/status-badge'

export const toneDots: Record<StatusBadgeVariant, string> = {
  success: 'bg-status-success-icon',
  warning: 'bg-status-warning-icon',
  error: 'bg-status-error-icon',
  info: 'bg-status-info-icon',
  neutral: 'bg-status-neutral-icon',
}
