import { useT } from '@open-mercato/shared/lib/i18n/context'
import { StatusBadge, type StatusMap } from '@open-mercato/ui/primitives/status-badge'

export type HealthStatus = 'healthy' | 'degraded' | 'unhealthy' | 'unconfigured'

const variants: StatusMap<HealthStatus> = {
  healthy: 'success',
  degraded: 'warning',
  unhealthy: 'error',
  unconfigured: 'neutral',
}

export function HealthBadge({ status }: { status: HealthStatus | null | undefined }) {
  const t = useT()
  const names: Record<HealthStatus, string> = {
    healthy: t('integrations.health.healthy', 'Healthy'),
    degraded: t('integrations.health.degraded', 'Degraded'),
    unhealthy: t('integrations.health.unhealthy', 'Not working'),
    unconfigured: t('integrations.health.unconfigured', 'Not set up'),
  }
  return (
    <StatusBadge variant={status ? variants[status] : 'neutral'} dot>
      {status ? names[status] : t('integrations.health.unknown', 'Not checked yet')}
    </StatusBadge>
  )
}
