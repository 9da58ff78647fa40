import { useT } from '@open-mercato/shared/lib/i18n/context'
import { hasFeature } from '@open-mercato/shared/security/features'
import { useBackendChrome } from '@open-mercato/ui/backend/BackendChromeProvider'
import { LoadingMessage } from '@open-mercato/ui/backend/detail'
import { Page, PageBody, PageHeader } from '@open-mercato/ui/backend/Page'
import { Badge } from '@open-mercato/ui/primitives/badge'
import { Button } from '@open-mercato/ui/primitives/button'
import { EmptyState } from '@open-mercato/ui/primitives/empty-state'
import { CheckCheck } from 'lucide-react'
import { FailureAlert } from '../FailureAlert.tsx'
import { NotLoaded } from '../NotLoaded.tsx'
import { SettleReport } from './SettleReport.tsx'
import { UnsettledList } from './UnsettledList.tsx'
import { useSettling } from './useSettling.ts'
import { useUnsettled } from './useUnsettled.ts'

/** Messages of which nobody knows whether they went out, for a person to decide about. */
export function UnsettledPage() {
  const t = useT()
  const say = (key: string, values?: Record<string, number>) =>
    t(`communication_channels.unsettled.${key}`, values)
  const chrome = useBackendChrome()
  const maySettle = hasFeature(chrome.payload?.grantedFeatures, 'communication_channels.send')
  const list = useUnsettled()
  const { settle, isSettling, outcome, failure, forget } = useSettling()
  return (
    <Page className="max-w-4xl">
      <PageHeader
        title={say('title')}
        description={say('description')}
        actions={
          list.total > 0 ? <Badge variant="warning">{say('total', { count: list.total })}</Badge> : null
        }
      />
      <PageBody>
        {outcome ? <SettleReport outcome={outcome} onDismiss={forget} /> : null}
        {failure ? <FailureAlert failure={failure} /> : null}
        {list.isPending ? (
          <LoadingMessage label={say('loading')} />
        ) : list.isError && list.items.length === 0 ? (
          <NotLoaded label={say('failed')} onRetry={() => list.refetch()} />
        ) : list.items.length === 0 ? (
          <EmptyState
            icon={<CheckCheck />}
            title={say('empty.title')}
            description={say('empty.description')}
          />
        ) : (
          <UnsettledList items={list.items} maySettle={maySettle} isSettling={isSettling} onSettle={settle} />
        )}
        {list.hasNextPage ? (
          <Button
            variant="outline"
            className="justify-self-center"
            onClick={() => void list.fetchNextPage()}
            disabled={list.isFetchingNextPage}
          >
            {say('more', { shown: list.items.length, total: list.total })}
          </Button>
        ) : null}
      </PageBody>
    </Page>
  )
}
