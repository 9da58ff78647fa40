import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { DataTable } from '@open-mercato/ui/backend/DataTable'
import { ErrorMessage } from '@open-mercato/ui/backend/detail'
import { Page, PageBody, PageHeader } from '@open-mercato/ui/backend/Page'
import { Button } from '@open-mercato/ui/primitives/button'
import { EmptyState } from '@open-mercato/ui/primitives/empty-state'
import { StatusBadge } from '@open-mercato/ui/primitives/status-badge'
import { PackageOpen, RefreshCw } from 'lucide-react'
import { useUrlParams } from '../inbox/data/useUrlParams.ts'
import { fullTime } from '../inbox/model/times.ts'
import { DeliveryFilterBar } from './DeliveryFilterBar.tsx'
import { type Delivery, deliveryFilters } from './delivery.ts'
import { OutcomeCell } from './OutcomeCell.tsx'
import { useDeliveries } from './useDeliveries.ts'

const tones = { pending: 'info', applied: 'success', failed: 'error' } as const

function byteText(bytes: number, locale: string): string {
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'kilobyte',
    maximumFractionDigits: 1,
  }).format(bytes / 1_000)
}

/** For operators: what arrived and what became of it. */
export function DeliveriesPage() {
  const t = useT()
  const locale = useLocale()
  const { params, setParams } = useUrlParams()
  const filter = deliveryFilters.find((known) => known === params.get('outcome')) ?? null
  const list = useDeliveries(filter)
  const title = (name: string) => t(`communication_channels.deliveries.${name}`)
  type Cell = { row: { original: Delivery } }

  return (
    <Page>
      <PageHeader
        title={title('title')}
        description={title('description')}
        actions={
          <Button variant="outline" onClick={() => void list.refetch()} disabled={list.isFetching}>
            <RefreshCw className={list.isFetching ? 'animate-spin' : undefined} />
            {title('refresh')}
          </Button>
        }
      />
      <PageBody>
        <DeliveryFilterBar filter={filter} onChange={(outcome) => setParams({ outcome }, 'replace')} />
        <DataTable<Delivery>
          columns={[
            {
              accessorKey: 'receivedAt',
              header: title('column.received'),
              cell: ({ row }: Cell) => (
                <time dateTime={row.original.receivedAt} className="whitespace-nowrap tabular-nums">
                  {fullTime(row.original.receivedAt, locale)}
                </time>
              ),
            },
            { accessorKey: 'providerKey', header: title('column.provider') },
            {
              accessorKey: 'state',
              header: title('column.state'),
              cell: ({ row }: Cell) => (
                <StatusBadge variant={tones[row.original.state]} dot>
                  {title(`state.${row.original.state}`)}
                </StatusBadge>
              ),
            },
            {
              id: 'outcome',
              accessorKey: 'outcome',
              header: title('column.outcome'),
              cell: ({ row }: Cell) => <OutcomeCell delivery={row.original} />,
            },
            {
              accessorKey: 'byteSize',
              header: title('column.size'),
              cell: ({ row }: Cell) => (
                <span className="whitespace-nowrap tabular-nums">
                  {byteText(row.original.byteSize, locale)}
                </span>
              ),
            },
            { accessorKey: 'attempts', header: title('column.attempts') },
          ]}
          data={list.deliveries}
          isLoading={list.isPending}
          error={
            list.isError && list.deliveries.length === 0 ? (
              <ErrorMessage
                label={title('failed')}
                action={
                  <Button variant="outline" onClick={() => void list.refetch()}>
                    {t('communication_channels.inbox.retry')}
                  </Button>
                }
              />
            ) : undefined
          }
          emptyState={
            <EmptyState
              icon={<PackageOpen />}
              title={title('empty.title')}
              description={title(filter ? 'empty.filtered' : 'empty.all')}
            />
          }
        />
        {list.hasNextPage ? (
          <Button
            variant="outline"
            className="justify-self-center"
            onClick={() => void list.fetchNextPage()}
            disabled={list.isFetchingNextPage}
          >
            {title('more')}
          </Button>
        ) : null}
      </PageBody>
    </Page>
  )
}
