import { useT } from '@open-mercato/shared/lib/i18n/context'
import {
  buildIntegrationDetailWidgetSpotId,
  type IntegrationDetailBuiltInTab,
} from '@open-mercato/shared/modules/integrations/types'
import { hasFeature } from '@open-mercato/shared/security/features'
import { useBackendChrome } from '@open-mercato/ui/backend/BackendChromeProvider'
import {
  InjectionSpot,
  type LoadedInjectionSpotWidget,
  useInjectionWidgets,
} from '@open-mercato/ui/backend/injection/InjectionSpot'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@open-mercato/ui/primitives/tabs'
import type { ReactNode } from 'react'
import { useSearchParam } from '../useSearchParam.ts'
import { CredentialsTab } from './CredentialsTab.tsx'
import { HealthTab } from './HealthTab.tsx'
import type { IntegrationDetail } from './integrationDetail.ts'
import { LogsTab } from './LogsTab.tsx'
import { VersionTab } from './VersionTab.tsx'

type Tab = { id: string; label: string; content: ReactNode }

export function IntegrationTabs({ detail }: { detail: IntegrationDetail }) {
  const t = useT()
  const { integration } = detail
  const spotId = integration.detailPage?.widgetSpotId ?? buildIntegrationDetailWidgetSpotId(integration.id)
  const { widgets, loading } = useInjectionWidgets(spotId)
  const builtIn = useBuiltInTabs(detail)
  const context = { integrationId: integration.id, integration, state: detail.state }

  const isTab = (widget: LoadedInjectionSpotWidget) => widget.placement.kind === 'tab'
  const injected: Tab[] = widgets.filter(isTab).map((widget) => {
    const label = widget.placement.groupLabel ?? widget.module.metadata.title ?? widget.widgetId
    return {
      id: widget.placement.groupId ?? widget.widgetId,
      label: t(label, label),
      content: <InjectionSpot spotId={spotId} context={context} widgetsOverride={[widget]} />,
    }
  })
  const tabs = [...injected, ...builtIn]
  const [wanted, setWanted] = useSearchParam('tab', '')
  const active = tabs.some((tab) => tab.id === wanted) ? wanted : (tabs[0]?.id ?? '')

  // Without this wait a built-in tab would flash up before the integration's own first tab.
  if (loading) return null
  return (
    <>
      <Tabs variant="underline" value={active} onValueChange={setWanted}>
        <TabsList aria-label={t('integrations.detail.tabs', 'Sections')}>
          {tabs.map((tab) => (
            <TabsTrigger key={tab.id} value={tab.id}>
              {tab.label}
            </TabsTrigger>
          ))}
        </TabsList>
        {tabs.map((tab) => (
          <TabsContent key={tab.id} value={tab.id}>
            {tab.content}
          </TabsContent>
        ))}
      </Tabs>
      <InjectionSpot
        spotId={spotId}
        context={context}
        widgetsOverride={widgets.filter((widget) => !isTab(widget))}
      />
    </>
  )
}

function useBuiltInTabs(detail: IntegrationDetail): Tab[] {
  const t = useT()
  const granted = useBackendChrome().payload?.grantedFeatures
  const { integration } = detail
  const mayManage = hasFeature(granted, 'integrations.manage')
  const mayEditCredentials = hasFeature(granted, 'integrations.credentials.manage')
  const hidden: IntegrationDetailBuiltInTab[] = integration.detailPage?.hiddenTabs ?? []
  const tabs: (Tab & { id: IntegrationDetailBuiltInTab; isUseful: boolean })[] = [
    {
      id: 'credentials',
      label: t('integrations.tab.credentials', 'Credentials'),
      isUseful: true,
      content: <CredentialsTab detail={detail} mayEdit={mayEditCredentials} />,
    },
    {
      id: 'version',
      label: t('integrations.tab.version', 'Version'),
      isUseful: (integration.apiVersions ?? []).length > 0,
      content: <VersionTab detail={detail} mayEdit={mayManage} />,
    },
    {
      id: 'health',
      label: t('integrations.tab.health', 'Health'),
      isUseful: Boolean(integration.healthCheck),
      content: <HealthTab detail={detail} mayCheck={mayManage} />,
    },
    {
      id: 'logs',
      label: t('integrations.tab.logs', 'Log'),
      isUseful: true,
      content: <LogsTab integrationId={integration.id} />,
    },
  ]
  return tabs.filter((tab) => tab.isUseful && !hidden.includes(tab.id))
}
