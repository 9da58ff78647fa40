import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { StatusBadge } from '@open-mercato/ui/primitives/status-badge'
import type { ConnectionNumber } from '../connections/connection.ts'
import { limitText } from './limitText.ts'

/** What webhooks said about a number: how much it may send, and what stands against it. */
export function NumberNews({ number }: { number: ConnectionNumber }) {
  const t = useT()
  const locale = useLocale()
  const say = (key: string, values: Record<string, string> = {}) =>
    t(`channel_whatsapp.timeline.number.${key}`, values)
  return (
    <>
      {number.nameDecision === 'REJECTED' ? (
        <StatusBadge variant="error" className="max-w-full">
          <span className="truncate">{say('nameRejected', { name: number.requestedName ?? '' })}</span>
        </StatusBadge>
      ) : null}
      {number.isFlagged ? <StatusBadge variant="error">{say('flagged')}</StatusBadge> : null}
      {number.messagingLimit === null ? null : (
        <StatusBadge variant="neutral" title={t('channel_whatsapp.timeline.remark.limit')}>
          {say('limit', {
            limit: limitText(number.messagingLimit, locale, t('channel_whatsapp.timeline.unlimited')),
          })}
        </StatusBadge>
      )}
      {number.throughput === 'HIGH' || number.throughput === 'STANDARD' ? (
        <StatusBadge variant="neutral">{say(`throughput.${number.throughput}`)}</StatusBadge>
      ) : null}
    </>
  )
}
