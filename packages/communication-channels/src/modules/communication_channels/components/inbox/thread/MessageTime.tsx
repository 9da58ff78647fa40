import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { History } from 'lucide-react'
import type { Message } from '../model/message.ts'
import { tickOf } from '../model/tick.ts'
import { clockTime, fullTime } from '../model/times.ts'
import { notedWait } from '../model/waits.ts'
import { TickMark } from './TickMark.tsx'

/** When a message was said, whether it was changed since, and how far ours got. */
export function MessageTime({ message }: { message: Message }) {
  const t = useT()
  const locale = useLocale()
  const { sentAt, editedAt, revokedAt, origin, direction, status, statusTimes } = message
  const tick = direction === 'outbound' && !revokedAt ? tickOf(status) : null
  const { played, read, delivered, failed, sent } = statusTimes
  const latest = played ?? read ?? delivered ?? failed ?? sent
  return (
    <span className="flex items-center gap-1 text-[0.6875rem] leading-none text-muted-foreground">
      {origin === 'history' ? (
        <span
          role="img"
          aria-label={t('communication_channels.inbox.history')}
          title={t('communication_channels.inbox.history')}
        >
          <History aria-hidden="true" className="size-3.5" />
        </span>
      ) : null}
      {editedAt && !revokedAt ? (
        <span title={fullTime(editedAt, locale)}>{t('communication_channels.inbox.edited')}</span>
      ) : null}
      <time dateTime={sentAt} title={fullTime(sentAt, locale)} className="tabular-nums">
        {clockTime(sentAt, locale)}
      </time>
      {tick === 'waiting' && message.files.length > 0 && !notedWait(message) ? (
        <span>{t('communication_channels.inbox.file.handingOver')}</span>
      ) : null}
      {tick ? <TickMark tick={tick} detail={latest ? fullTime(latest, locale) : undefined} /> : null}
    </span>
  )
}
