'use client'
import { useT } from '@open-mercato/shared/lib/i18n/context'
import { hasFeature } from '@open-mercato/shared/security/features'
import { useBackendChrome } from '@open-mercato/ui/backend/BackendChromeProvider'
import { ErrorMessage, LoadingMessage, RecordNotFoundState } from '@open-mercato/ui/backend/detail'
import { Page, PageBody } from '@open-mercato/ui/backend/Page'
import { usePageName } from '@open-mercato/ui/backend/pageName'
import { Alert, AlertDescription } from '@open-mercato/ui/primitives/alert'
import { Button } from '@open-mercato/ui/primitives/button'
import { ExternalLink } from 'lucide-react'
import { HealthBadge } from '../HealthBadge.tsx'
import { IntegrationIcon } from '../IntegrationIcon.tsx'
import { integrationTexts } from '../integrationTexts.ts'
import { EnabledSwitch } from './EnabledSwitch.tsx'
import { IntegrationTabs } from './IntegrationTabs.tsx'
import { type IntegrationDetail, useIntegrationDetail } from './integrationDetail.ts'

export default function IntegrationDetailPage({ params }: { params: { id: string } }) {
  const t = useT()
  const { data, isPending, isError, refetch } = useIntegrationDetail(params.id)
  usePageName(data ? integrationTexts(data.integration, t).title : null)

  if (isPending) return <LoadingMessage label={t('ui.loading', 'Loading…')} />
  return (
    <Page>
      {isError ? (
        <ErrorMessage
          label={t('integrations.detail.error', 'The integration could not be read')}
          action={
            <Button variant="outline" onClick={() => refetch()}>
              {t('ui.retry', 'Try again')}
            </Button>
          }
        />
      ) : data ? (
        <>
          <IntegrationHeader detail={data} />
          <PageBody>
            {data.state.reauthRequired ? (
              <Alert status="warning">
                <AlertDescription>
                  {t(
                    'integrations.detail.reauth',
                    'The service no longer accepts the saved credentials. Enter new ones to go on.',
                  )}
                </AlertDescription>
              </Alert>
            ) : null}
            <IntegrationTabs detail={data} />
          </PageBody>
        </>
      ) : (
        <RecordNotFoundState
          label={t('integrations.detail.not_found', 'There is no such integration')}
          backHref="/backend/integrations"
          backLabel={t('integrations.detail.back', 'All integrations')}
        />
      )}
    </Page>
  )
}

function IntegrationHeader({ detail }: { detail: IntegrationDetail }) {
  const t = useT()
  const granted = useBackendChrome().payload?.grantedFeatures
  const { integration, state } = detail
  const { title, description } = integrationTexts(integration, t)
  return (
    <header className="flex flex-wrap items-start gap-x-4 gap-y-4">
      <IntegrationIcon name={integration.icon} className="size-13" />
      <div className="grid min-w-0 flex-1 basis-64 gap-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="text-2xl font-semibold leading-tight tracking-tight">{title}</h1>
          <HealthBadge status={state.reauthRequired ? 'unhealthy' : state.lastHealthStatus} />
        </div>
        {description ? (
          <p className="max-w-2xl text-pretty text-[0.9375rem] text-muted-foreground">{description}</p>
        ) : null}
        {integration.docsUrl ? (
          <a
            href={integration.docsUrl}
            target="_blank"
            rel="noreferrer"
            className="inline-flex w-fit items-center gap-1.5 rounded-sm text-sm font-medium text-primary hover:underline"
          >
            {t('integrations.detail.docs', 'Documentation')}
            <ExternalLink aria-hidden="true" className="size-3.5" />
          </a>
        ) : null}
      </div>
      <EnabledSwitch
        id={integration.id}
        title={title}
        isEnabled={state.isEnabled}
        mayEdit={hasFeature(granted, 'integrations.manage')}
      />
    </header>
  )
}
