'use client'
import { useT } from '@open-mercato/shared/lib/i18n/context'
import { ErrorMessage } from '@open-mercato/ui/backend/detail'
import { EmptyState } from '@open-mercato/ui/backend/EmptyState'
import { Page, PageBody, PageHeader } from '@open-mercato/ui/backend/Page'
import { readApiResultOrThrow } from '@open-mercato/ui/backend/utils/apiCall'
import { Button } from '@open-mercato/ui/primitives/button'
import { Skeleton } from '@open-mercato/ui/primitives/skeleton'
import { useQuery } from '@tanstack/react-query'
import { Plug, SearchX } from 'lucide-react'
import { IntegrationCard, type IntegrationListItem } from './IntegrationCard.tsx'
import { IntegrationFilters } from './IntegrationFilters.tsx'
import { integrationTexts } from './integrationTexts.ts'
import { useSearchParam } from './useSearchParam.ts'

const grid = 'grid gap-4 sm:grid-cols-2 xl:grid-cols-3'
const everything = 'all'

export default function IntegrationsPage() {
  const t = useT()
  const [wanted, setWanted] = useSearchParam('q', '')
  const [category, setCategory] = useSearchParam('category', everything)
  const list = useQuery({
    queryKey: ['integrations'],
    queryFn: () => readApiResultOrThrow<{ items: IntegrationListItem[] }>('/api/integrations'),
  })
  const integrations = list.data?.items ?? []
  const shown = integrations.filter((integration) => {
    const { title, description } = integrationTexts(integration, t)
    const isWanted = `${title} ${description ?? ''}`.toLowerCase().includes(wanted.trim().toLowerCase())
    return isWanted && (category === everything || (integration.category ?? 'other') === category)
  })

  return (
    <Page>
      <PageHeader
        title={t('integrations.page.title', 'Integrations')}
        description={t(
          'integrations.page.description',
          'Connect the services your customers and your team already use.',
        )}
      />
      <PageBody>
        {integrations.length > 0 ? (
          <IntegrationFilters
            categories={[...new Set(integrations.map((integration) => integration.category ?? 'other'))]}
            category={category}
            onCategoryChange={setCategory}
            wanted={wanted}
            onWantedChange={setWanted}
          />
        ) : null}
        {list.isPending ? <LoadingCards /> : null}
        {list.isError ? (
          <ErrorMessage
            label={t('integrations.list.error', 'The integrations could not be read')}
            description={t('integrations.list.error_text', 'Check your connection and try again.')}
            action={
              <Button variant="outline" onClick={() => list.refetch()}>
                {t('ui.retry', 'Try again')}
              </Button>
            }
          />
        ) : null}
        {list.isSuccess && integrations.length === 0 ? (
          <EmptyState
            icon={<Plug />}
            title={t('integrations.list.empty', 'No integrations are installed')}
            description={t(
              'integrations.list.empty_text',
              'An operator can add a module that brings one; it then appears here.',
            )}
          />
        ) : null}
        {integrations.length > 0 && shown.length === 0 ? (
          <EmptyState
            icon={<SearchX />}
            title={t('integrations.list.no_match', 'Nothing matches')}
            actionLabel={t('integrations.list.show_all', 'Show all integrations')}
            onAction={() => {
              setWanted('')
              setCategory(everything)
            }}
          />
        ) : null}
        <ul className={grid}>
          {shown.map((integration) => (
            <IntegrationCard key={integration.id} integration={integration} />
          ))}
        </ul>
      </PageBody>
    </Page>
  )
}

function LoadingCards() {
  const t = useT()
  return (
    <div role="status" className={grid}>
      <span className="sr-only">{t('ui.loading', 'Loading…')}</span>
      <Skeleton className="h-48 rounded-lg" />
      <Skeleton className="h-48 rounded-lg" />
      <Skeleton className="hidden h-48 rounded-lg sm:block" />
    </div>
  )
}
