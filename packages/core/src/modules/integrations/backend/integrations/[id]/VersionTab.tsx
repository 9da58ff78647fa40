import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import type { ApiVersionDefinition } from '@open-mercato/shared/modules/integrations/types'
import { flash } from '@open-mercato/ui/backend/FlashMessages'
import { mapCrudServerErrorToFormErrors } from '@open-mercato/ui/backend/utils/serverErrors'
import { useInFlightGuard } from '@open-mercato/ui/hooks/useInFlightGuard'
import { Button } from '@open-mercato/ui/primitives/button'
import { StatusBadge, type StatusMap } from '@open-mercato/ui/primitives/status-badge'
import { CircleCheck } from 'lucide-react'
import { type IntegrationDetail, useIntegrationActions } from './integrationDetail.ts'

const variants: StatusMap<ApiVersionDefinition['status']> = {
  stable: 'success',
  deprecated: 'warning',
  experimental: 'info',
}

export function VersionTab({ detail, mayEdit }: { detail: IntegrationDetail; mayEdit: boolean }) {
  const t = useT()
  const { integration, state } = detail
  const versions = integration.apiVersions ?? []
  const current = state.apiVersion ?? versions.find((version) => version.default)?.id
  const { isPending, run } = useInFlightGuard()
  const { chooseVersion } = useIntegrationActions(integration.id)

  const choose = (version: ApiVersionDefinition) =>
    run(async () => {
      try {
        await chooseVersion(version.id)
        flash(t('integrations.version.changed', 'Now using {version}', { version: version.label }), 'success')
      } catch (error) {
        const { message } = mapCrudServerErrorToFormErrors(error)
        flash(message ?? t('integrations.version.failed', 'The version could not be changed.'), 'error')
      }
    })

  return (
    <ul className="max-w-2xl divide-y overflow-hidden rounded-lg border bg-card shadow-card">
      {versions.map((version) => (
        <li key={version.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 p-5">
          <div className="grid min-w-0 flex-1 gap-1">
            <div className="flex flex-wrap items-center gap-2">
              <h3 className="font-semibold">{version.label}</h3>
              <StatusBadge variant={variants[version.status]}>
                {t(`integrations.version.status.${version.status}`, version.status)}
              </StatusBadge>
            </div>
            {version.changelog ? (
              <p className="text-sm text-muted-foreground">
                {t(`${integration.id}.version.${version.id}`, version.changelog)}
              </p>
            ) : null}
            <Sunset version={version} />
          </div>
          {version.id === current ? (
            <span className="flex items-center gap-1.5 text-sm font-medium text-status-success-text">
              <CircleCheck aria-hidden="true" className="size-4" />
              {t('integrations.version.in_use', 'In use')}
            </span>
          ) : mayEdit ? (
            <Button variant="outline" size="sm" disabled={isPending} onClick={() => choose(version)}>
              {t('integrations.version.use', 'Use this version')}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function Sunset({ version }: { version: ApiVersionDefinition }) {
  const t = useT()
  const locale = useLocale()
  if (!version.sunsetAt) return null
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(version.sunsetAt),
  )
  return (
    <p className="text-sm text-muted-foreground">
      {t('integrations.version.sunset', 'Stops working on {date}', { date })}
    </p>
  )
}
