import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { Alert, AlertTitle } from '@open-mercato/ui/primitives/alert'
import { useCircuit } from '../inbox/data/useCircuit.ts'
import { useMinute } from '../inbox/data/useNow.ts'
import { timeAhead } from '../inbox/model/times.ts'
import type { Batch } from './batch.ts'

/** The batch runs and nothing leaves, because sending from its number is paused. */
export function NumberPaused({ batch }: { batch: Batch }) {
  const t = useT()
  const locale = useLocale()
  const now = useMinute()
  const circuit = useCircuit(batch.channelId)
  if (!circuit) return null
  const { state, reason, retryAt } = circuit
  const number = batch.channelName
  const say = (key: string, values?: Record<string, string>) =>
    t(`communication_channels.circuit.${key}`, values)
  const time = retryAt && Date.parse(retryAt) > now ? timeAhead(retryAt, now, locale) : null
  const paused = time ? say('pausedUntil', { number, time }) : say('paused', { number })
  return (
    <Alert status="warning">
      <AlertTitle>{state === 'open' ? paused : say('trying', { number })}</AlertTitle>
      <p>
        {t(`communication_channels.circuit.reason.${reason}`, say('reason.other'))}{' '}
        {t('communication_channels.batches.numberPaused')}
      </p>
    </Alert>
  )
}
