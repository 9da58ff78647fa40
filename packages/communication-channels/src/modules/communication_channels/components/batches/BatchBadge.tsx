import { useT } from '@open-mercato/shared/lib/i18n/context'
import { StatusBadge } from '@open-mercato/ui/primitives/status-badge'
import { useMinute } from '../inbox/data/useNow.ts'
import { type Batch, batchTones, shownState } from './batch.ts'

export function BatchBadge({ batch }: { batch: Batch }) {
  const t = useT()
  const state = shownState(batch, useMinute())
  return (
    <StatusBadge variant={batchTones[state]} dot className="shrink-0">
      {t(`communication_channels.batches.state.${state}`)}
    </StatusBadge>
  )
}
