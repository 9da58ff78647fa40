import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { CirclePause } from 'lucide-react'
import { useCircuit } from '../data/useCircuit.ts'
import type { Channel } from '../model/conversation.ts'
import { timeAhead } from '../model/times.ts'

/** Sending from the conversation's number is paused: since when it matters to whoever writes here, why and until when. */
export function CircuitBanner({ channel, now }: { channel: Channel; now: number }) {
  const t = useT()
  const locale = useLocale()
  const circuit = useCircuit(channel.id)
  if (!circuit) return null
  const { state, reason, retryAt } = circuit
  const say = (key: string, values?: Record<string, string>) =>
    t(`communication_channels.circuit.${key}`, values)
  const number = channel.address ?? channel.displayName
  const time = retryAt && Date.parse(retryAt) > now ? timeAhead(retryAt, now, locale) : null
  const paused = time ? say('pausedUntil', { number, time }) : say('paused', { number })
  return (
    <div
      role="status"
      className="flex items-start gap-2 border-b border-status-warning-border bg-status-warning-bg px-3 py-2 text-sm leading-snug text-status-warning-text md:px-5"
    >
      <CirclePause aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <p className="min-w-0">
        <span className="font-medium">{state === 'open' ? paused : say('trying', { number })}</span>{' '}
        {t(`communication_channels.circuit.reason.${reason}`, say('reason.other'))} {say('kept')}
      </p>
    </div>
  )
}
