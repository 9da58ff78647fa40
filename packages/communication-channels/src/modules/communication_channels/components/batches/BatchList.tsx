import { useT } from '@open-mercato/shared/lib/i18n/context'
import { LoadingMessage } from '@open-mercato/ui/backend/detail'
import { EmptyState } from '@open-mercato/ui/primitives/empty-state'
import { Layers } from 'lucide-react'
import { MoreButton } from '../MoreButton.tsx'
import { NotLoaded } from '../NotLoaded.tsx'
import { BatchBadge } from './BatchBadge.tsx'
import { BatchFacts } from './BatchFacts.tsx'
import { BatchProgress } from './BatchProgress.tsx'
import type { Batch } from './batch.ts'
import { InPageLink } from './InPageLink.tsx'
import { useBatches } from './useBatches.ts'

export function BatchList() {
  const t = useT()
  const say = (key: string) => t(`communication_channels.batches.${key}`)
  const list = useBatches()
  if (list.isPending) return <LoadingMessage label={say('loading')} />
  if (list.isError && list.batches.length === 0) {
    return <NotLoaded label={say('failed')} onRetry={() => list.refetch()} />
  }
  if (list.batches.length === 0) {
    return (
      <EmptyState icon={<Layers />} title={say('empty.title')} description={say('empty.description')}>
        <code className="max-w-full overflow-x-auto rounded-md bg-muted px-3 py-2 font-mono text-[0.8125rem]">
          POST /api/communication_channels/batches
        </code>
      </EmptyState>
    )
  }
  return (
    <>
      <ul className="grid grid-cols-1 gap-3">
        {list.batches.map((batch) => (
          <BatchCard key={batch.id} batch={batch} />
        ))}
      </ul>
      <MoreButton list={list} label={say('more')} />
    </>
  )
}

function BatchCard({ batch }: { batch: Batch }) {
  return (
    <li className="relative grid grid-cols-1 gap-3 rounded-lg border bg-card p-4 shadow-card has-[a:hover]:border-input">
      <div className="grid gap-1">
        <div className="flex items-start justify-between gap-3">
          <h2 className="min-w-0 font-semibold [overflow-wrap:anywhere]">
            {/* The whole card is the link's. */}
            <InPageLink
              change={{ batch: batch.id }}
              className="before:absolute before:inset-0 before:rounded-lg"
            >
              <bdi>{batch.name}</bdi>
            </InPageLink>
          </h2>
          <BatchBadge batch={batch} />
        </div>
        <BatchFacts batch={batch} />
      </div>
      <BatchProgress counts={batch.counts} />
    </li>
  )
}
