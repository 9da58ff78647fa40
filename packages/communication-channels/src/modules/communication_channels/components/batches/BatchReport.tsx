import { useT } from '@open-mercato/shared/lib/i18n/context'
import { DataTable } from '@open-mercato/ui/backend/DataTable'
import { EmptyState } from '@open-mercato/ui/primitives/empty-state'
import { StatusBadge, type StatusBadgeVariant } from '@open-mercato/ui/primitives/status-badge'
import { Users } from 'lucide-react'
import type { RecipientState } from '../../lib/batches/recipient-state.ts'
import { useChannels } from '../inbox/data/useInboxData.ts'
import { useUrlParams } from '../inbox/data/useUrlParams.ts'
import { problemText } from '../inbox/model/problemText.ts'
import { MoreButton } from '../MoreButton.tsx'
import { NotLoaded } from '../NotLoaded.tsx'
import { type Batch, type Recipient, stateOrder } from './batch.ts'
import { ReportDownload } from './ReportDownload.tsx'
import { StateFilter } from './StateFilter.tsx'
import { useRecipients } from './useBatches.ts'

const tones: Record<RecipientState, StatusBadgeVariant> = {
  read: 'success',
  delivered: 'success',
  sent: 'info',
  unknown: 'warning',
  failed: 'error',
  refused: 'error',
  cancelled: 'neutral',
  queued: 'neutral',
  waiting: 'neutral',
}

/** What became of each recipient. */
export function BatchReport({ batch }: { batch: Batch }) {
  const t = useT()
  const say = (key: string) => t(`communication_channels.batches.${key}`)
  const { params, setParams } = useUrlParams()
  const state = stateOrder.find((known) => known === params.get('state')) ?? null
  const list = useRecipients(batch.id, state)
  const channels = useChannels()
  // Of a number that is gone only the hub's own words are left.
  const providerKey = channels.data?.find(({ id }) => id === batch.channelId)?.providerKey ?? ''
  type Cell = { row: { original: Recipient } }
  return (
    <section className="grid grid-cols-1 gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="font-semibold">{say('report.title')}</h2>
        <ReportDownload batch={batch} providerKey={providerKey} />
      </div>
      <StateFilter
        counts={batch.counts}
        total={batch.total}
        state={state}
        onChange={(chosen) => setParams({ state: chosen }, 'replace')}
      />
      <DataTable<Recipient & { id: string }>
        columns={[
          { accessorKey: 'position', header: say('column.position'), size: 90 },
          {
            id: 'person',
            header: say('column.person'),
            cell: ({ row }: Cell) => <Person recipient={row.original} />,
          },
          {
            accessorKey: 'state',
            header: say('column.state'),
            cell: ({ row }: Cell) => (
              <StatusBadge variant={tones[row.original.state]}>
                {say(`recipient.${row.original.state}`)}
              </StatusBadge>
            ),
          },
          {
            id: 'reason',
            header: say('column.reason'),
            cell: ({ row }: Cell) => <Reason recipient={row.original} providerKey={providerKey} />,
          },
        ]}
        data={list.recipients.map((recipient) => ({ ...recipient, id: String(recipient.position) }))}
        isLoading={list.isPending}
        error={
          list.isError && list.recipients.length === 0 ? (
            <NotLoaded label={say('report.notLoaded')} onRetry={() => list.refetch()} />
          ) : undefined
        }
        emptyState={<EmptyState size="sm" icon={<Users />} title={say('report.empty')} />}
      />
      <MoreButton list={list} label={say('more')} />
    </section>
  )
}

function Person({ recipient: { phone, name, conversationId } }: { recipient: Recipient }) {
  const t = useT()
  const said = name ?? phone ?? t('communication_channels.batches.conversation')
  const number =
    phone && phone !== said ? <bdi className="block text-muted-foreground tabular-nums">{phone}</bdi> : null
  if (!conversationId) return <bdi className="tabular-nums">{said}</bdi>
  return (
    <span className="block min-w-0 [overflow-wrap:anywhere]">
      <a
        href={`/backend/inbox?conversation=${conversationId}`}
        className="font-medium tabular-nums text-primary underline-offset-4 hover:underline"
      >
        <bdi>{said}</bdi>
      </a>
      {number}
    </span>
  )
}

type ReasonProps = { recipient: Recipient; providerKey: string }

function Reason({ recipient: { error }, providerKey }: ReasonProps) {
  const t = useT()
  if (!error) return <span className="text-muted-foreground">—</span>
  const { reason, action } = problemText(t, providerKey, error)
  return (
    <span className="block max-w-md [overflow-wrap:anywhere]">
      {reason} <span className="text-muted-foreground">{action}</span>
    </span>
  )
}
