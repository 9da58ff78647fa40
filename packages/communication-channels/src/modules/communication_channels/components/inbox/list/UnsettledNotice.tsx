import { useT } from '@open-mercato/shared/lib/i18n/context'
import { ChevronRight, CircleHelp } from 'lucide-react'
import { useUnsettledCount } from '../../unsettled/useUnsettled.ts'

/** Above the list: messages wait for somebody to decide about them. */
export function UnsettledNotice() {
  const t = useT()
  const count = useUnsettledCount()
  if (count === 0) return null
  return (
    <a
      href="/backend/unsettled"
      className="flex min-h-11 items-center gap-2 border-b border-status-warning-border bg-status-warning-bg px-4 py-2 text-sm leading-snug text-status-warning-text -outline-offset-2 hover:brightness-97 md:min-h-9"
    >
      <CircleHelp aria-hidden="true" className="size-4 shrink-0" />
      <span className="min-w-0 flex-1">{t('communication_channels.unsettled.notice', { count })}</span>
      <ChevronRight aria-hidden="true" className="size-4 shrink-0 rtl:-scale-x-100" />
    </a>
  )
}
