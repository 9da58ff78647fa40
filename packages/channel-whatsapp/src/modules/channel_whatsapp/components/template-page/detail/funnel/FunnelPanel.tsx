import { useState } from 'react'
import { type FunnelDays, funnelDays, useFunnel } from '../../data/useManagedTemplate.ts'
import { NotRead } from '../../parts/NotRead.tsx'
import { Outdated } from '../../parts/Outdated.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { SegmentedChoice } from '../../parts/SegmentedChoice.tsx'
import { Waiting } from '../../parts/Waiting.tsx'
import { useSay } from '../../words/useSay.ts'
import { FunnelBars } from './FunnelBars.tsx'

/** What became of the messages sent with it, from our own statuses. */
export function FunnelPanel({ id }: { id: string }) {
  const say = useSay()
  const [days, setDays] = useState<FunnelDays>(30)
  const { data, isPlaceholderData, isError, error, refetch } = useFunnel(id, days)
  const nobody = data && data.sent === 0 && data.failed === 0
  return (
    <Panel
      title={say('funnel.title')}
      action={
        <SegmentedChoice
          label={say('funnel.time')}
          value={days}
          choices={funnelDays.map((value) => ({ value, label: say('funnel.days', { days: value }) }))}
          onChange={setDays}
        />
      }
    >
      {data ? (
        <Outdated isIt={isPlaceholderData}>
          {nobody ? (
            <p className="text-sm text-muted-foreground">{say('funnel.none')}</p>
          ) : (
            <FunnelBars funnel={data} />
          )}
        </Outdated>
      ) : isError ? (
        <NotRead label={say('funnel.failedToRead')} error={error} onRetry={refetch} />
      ) : (
        <Waiting className="h-28" />
      )}
    </Panel>
  )
}
