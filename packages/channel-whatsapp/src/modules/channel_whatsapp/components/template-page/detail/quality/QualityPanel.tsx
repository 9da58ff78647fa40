import { useMinute } from '@open-mercato/communication-channels/modules/communication_channels/components/inbox/data/useNow'
import type { ManagedTemplate } from '../../data/template.ts'
import { Panel } from '../../parts/Panel.tsx'
import { QualityMark } from '../../words/QualityMark.tsx'
import { useSay } from '../../words/useSay.ts'
import { QualityChart } from './QualityChart.tsx'
import { qualitySteps } from './qualitySteps.ts'

type QualityPanelProps = { points: ManagedTemplate['quality']; current: string | null }

/** What customers made of it over time. */
export function QualityPanel({ points, current }: QualityPanelProps) {
  const say = useSay()
  const steps = qualitySteps(points, useMinute())
  const isDrawn = steps.some(({ quality }) => quality !== 'UNKNOWN')
  return (
    <Panel title={say('quality.title')} action={<QualityMark score={current} />}>
      {isDrawn ? (
        <QualityChart steps={steps} />
      ) : (
        <p className="text-sm text-muted-foreground">{say('quality.none')}</p>
      )}
    </Panel>
  )
}
