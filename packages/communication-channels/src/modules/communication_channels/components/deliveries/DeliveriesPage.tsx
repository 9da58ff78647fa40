import { useT } from '@open-mercato/shared/lib/i18n/context'
import { hasFeature } from '@open-mercato/shared/security/features'
import { useBackendChrome } from '@open-mercato/ui/backend/BackendChromeProvider'
import { Page, PageBody, PageHeader } from '@open-mercato/ui/backend/Page'
import { Button } from '@open-mercato/ui/primitives/button'
import { EmptyState } from '@open-mercato/ui/primitives/empty-state'
import { RefreshCw, RotateCcw, Webhook } from 'lucide-react'
import { useCallback, useState } from 'react'
import { useUrlParams } from '../inbox/data/useUrlParams.ts'
import { MoreButton } from '../MoreButton.tsx'
import { NotLoaded } from '../NotLoaded.tsx'
import { ChosenBar } from './ChosenBar.tsx'
import { DeliveryFilterBar } from './DeliveryFilterBar.tsx'
import { DeliveryTable } from './DeliveryTable.tsx'
import { LogSearch } from './filter/LogSearch.tsx'
import { filterIn, isFiltered } from './filter/logFilter.ts'
import { DeliverySheet } from './opened/DeliverySheet.tsx'
import { ReplayDialog } from './replay/ReplayDialog.tsx'
import { ReplayProgress } from './replay/ReplayProgress.tsx'
import type { ReplayRequest } from './replay/replay.ts'
import { spanToReplay } from './replay/spanToReplay.ts'
import { useChosen } from './useChosen.ts'
import { useDeliveries } from './useDeliveries.ts'

/** For operators: what arrived, what became of it, and having it applied once more. */
export function DeliveriesPage() {
  const t = useT()
  const { params, setParams } = useUrlParams()
  const filter = filterIn(params)
  const list = useDeliveries(filter)
  const [wanted, setWanted] = useState<ReplayRequest | null>(null)
  const mayReplay = hasFeature(
    useBackendChrome().payload?.grantedFeatures,
    'communication_channels.deliveries.replay',
  )
  const chosen = useChosen(list.deliveries.filter(({ state }) => state !== 'pending').map(({ id }) => id))
  const narrow = useCallback(
    (change: Record<string, string | null>) => setParams(change, 'replace'),
    [setParams],
  )
  const openedId = params.get('delivery')
  const text = (name: string) => t(`communication_channels.deliveries.${name}`)

  return (
    <Page>
      <PageHeader
        title={text('title')}
        description={text('description')}
        actions={
          <>
            {mayReplay ? (
              <Button variant="outline" onClick={() => setWanted(spanToReplay(filter, Date.now()))}>
                <RotateCcw />
                {text('replay.span')}
              </Button>
            ) : null}
            <Button variant="outline" onClick={() => void list.refetch()} disabled={list.isFetching}>
              <RefreshCw className={list.isFetching ? 'animate-spin' : undefined} />
              {text('refresh')}
            </Button>
          </>
        }
      />
      <PageBody>
        <ReplayProgress />
        <LogSearch filter={filter} onChange={narrow} />
        <DeliveryFilterBar filter={filter.outcome} onChange={(outcome) => narrow({ outcome })} />
        {mayReplay && list.deliveries.length > 0 ? (
          <ChosenBar chosen={chosen} onReplay={() => setWanted({ ids: chosen.ids })} />
        ) : null}
        <DeliveryTable
          deliveries={list.deliveries}
          chosen={mayReplay ? chosen : null}
          onOpen={(delivery) => setParams({ delivery })}
          isLoading={list.isPending}
          error={
            list.isError && list.deliveries.length === 0 ? (
              <NotLoaded label={text('failed')} onRetry={() => list.refetch()} />
            ) : undefined
          }
          emptyState={
            <EmptyState
              icon={<Webhook />}
              title={text('empty.title')}
              description={text(isFiltered(filter) ? 'empty.filtered' : 'empty.all')}
            />
          }
        />
        <MoreButton list={list} label={text('more')} />
      </PageBody>
      {openedId ? (
        <DeliverySheet
          id={openedId}
          onClose={() => setParams({ delivery: null })}
          onReplay={mayReplay ? (id) => setWanted({ ids: [id] }) : undefined}
        />
      ) : null}
      {wanted ? <ReplayDialog wanted={wanted} onClose={() => setWanted(null)} /> : null}
    </Page>
  )
}
