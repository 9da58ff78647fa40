import { useT } from '@open-mercato/shared/lib/i18n/context'
import { StatusBadge } from '@open-mercato/ui/primitives/status-badge'
import { Ban } from 'lucide-react'

/** Stands in the place of the window: how long one could write is of no use where nobody may. */
export function BlockedBadge() {
  const t = useT()
  return (
    <StatusBadge variant="error">
      <Ban aria-hidden="true" className="size-3.5 shrink-0" />
      {t('communication_channels.inbox.window.blocked')}
    </StatusBadge>
  )
}

/** The same in a list. */
export function BlockedHint() {
  const t = useT()
  return (
    <span className="inline-flex shrink-0 items-center gap-1 font-medium text-status-error-text">
      <Ban aria-hidden="true" className="size-3.5" />
      {t('communication_channels.inbox.window.blocked')}
    </span>
  )
}
