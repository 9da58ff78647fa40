import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { PhoneCall, PhoneOff } from 'lucide-react'
import type { MessageContent } from '../../model/message.ts'
import { fullTime } from '../../model/times.ts'
import { FactCard } from './FactCard.tsx'

type CallPermission = Extract<MessageContent, { type: 'call_permission' }>

export function CallPermissionBody({ content }: { content: CallPermission }) {
  const t = useT()
  const locale = useLocale()
  const { isGranted, isPermanent, expiresAt, isAutomatic } = content
  const key = 'communication_channels.inbox.callPermission'
  const until =
    isGranted && isPermanent
      ? t(`${key}.permanent`)
      : isGranted && expiresAt
        ? t(`${key}.until`, { time: fullTime(expiresAt, locale) })
        : null
  return (
    <FactCard
      Icon={isGranted ? PhoneCall : PhoneOff}
      title={t(`${key}.${isGranted ? 'granted' : 'denied'}`)}
      detail={[until, isAutomatic ? t(`${key}.automatic`) : null].filter(Boolean).join(' ')}
    />
  )
}
