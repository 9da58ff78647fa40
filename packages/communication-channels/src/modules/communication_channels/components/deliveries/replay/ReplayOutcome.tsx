import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Alert, AlertDescription, AlertTitle } from '@open-mercato/ui/primitives/alert'
import { EffectList } from './EffectList.tsx'
import { ReplayedList } from './ReplayedList.tsx'
import type { Replayed } from './replay.ts'

/** What a replay did; of a time, that it has begun. */
export function ReplayOutcome({ replayed }: { replayed: Replayed }) {
  const t = useT()
  const text = (name: string) => t(`communication_channels.deliveries.replay.${name}`)
  if ('replay' in replayed) {
    return (
      <Alert status="success">
        <AlertTitle>{text('begun')}</AlertTitle>
        <AlertDescription>{text('begun_hint')}</AlertDescription>
      </Alert>
    )
  }
  const { effects, deliveries } = replayed
  return (
    <div className="grid gap-3">
      <Alert status={effects.failed > 0 ? 'warning' : 'success'}>
        <AlertTitle>{text(effects.failed > 0 ? 'done_partly' : 'done')}</AlertTitle>
      </Alert>
      <EffectList effects={effects} none={text('done_same')} />
      <ReplayedList deliveries={deliveries} />
    </div>
  )
}
