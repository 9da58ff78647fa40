import { useT } from '@open-mercato/shared/lib/i18n/context'
import { ChevronRight } from 'lucide-react'
import { HealthBadge, type HealthStatus } from './HealthBadge.tsx'
import { IntegrationIcon } from './IntegrationIcon.tsx'
import { integrationTexts } from './integrationTexts.ts'

export type IntegrationListItem = {
  id: string
  title: string
  description: string | null
  icon?: string
  category: string | null
  providerKey: string | null
  isEnabled: boolean
  health: { status: HealthStatus; checkedAt: string } | null
  hasCredentials: boolean
}

export function IntegrationCard({ integration }: { integration: IntegrationListItem }) {
  const t = useT()
  const { title, description, category } = integrationTexts(integration, t)
  return (
    <li className="group relative flex flex-col gap-4 rounded-lg border bg-card p-5 shadow-card transition-[border-color,box-shadow] focus-within:border-ring hover:border-input hover:shadow-overlay">
      <div className="flex items-start gap-3.5">
        <IntegrationIcon name={integration.icon} />
        <div className="grid min-w-0 flex-1">
          <h2 className="truncate font-semibold leading-snug">
            {/* The link's invisible cover makes the whole card one target without wrapping its text. */}
            <a
              href={`/backend/integrations/${integration.id}`}
              className="outline-none after:absolute after:inset-0 after:rounded-lg focus-visible:after:outline-2 focus-visible:after:outline-offset-2 focus-visible:after:outline-ring"
            >
              {title}
            </a>
          </h2>
          <p className="text-[0.8125rem] text-muted-foreground">{category}</p>
        </div>
        <ChevronRight
          aria-hidden="true"
          className="size-4 text-muted-foreground transition-transform group-hover:translate-x-0.5"
        />
      </div>
      <p className="line-clamp-3 flex-1 text-sm leading-relaxed text-muted-foreground">{description}</p>
      <div className="flex items-center justify-between gap-3 border-t pt-3.5 text-[0.8125rem]">
        <span className={integration.isEnabled ? 'font-medium' : 'text-muted-foreground'}>
          {integration.isEnabled
            ? t('integrations.enabled', 'Enabled')
            : t('integrations.disabled', 'Disabled')}
        </span>
        <HealthBadge status={integration.health?.status} />
      </div>
    </li>
  )
}
