import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { CornerLeftUp } from 'lucide-react'
import type { WindowView } from '../../../lib/conversations/window-view.ts'
import { clockTime, fullTime } from '../model/times.ts'

type OpenedByProps = { openedBy: NonNullable<WindowView['openedBy']>; onShow: (messageId: string) => void }

const NAMED = ['call', 'reaction']

/** What the customer did that the window was opened by; leads there. It was within the last day, so the hour says when. */
export function OpenedBy({ openedBy, onShow }: OpenedByProps) {
  const t = useT()
  const locale = useLocale()
  const { messageId, contentType, at } = openedBy
  const kind = NAMED.includes(contentType) ? contentType : 'message'
  return (
    <button
      type="button"
      onClick={() => onShow(messageId)}
      title={fullTime(at, locale)}
      className="relative inline-flex max-w-full items-center gap-1 rounded text-xs text-muted-foreground before:absolute before:-inset-x-1 before:-inset-y-2.5 hover:text-foreground hover:underline"
    >
      <CornerLeftUp aria-hidden="true" className="size-3 shrink-0 rtl:-scale-x-100" />
      <span className="truncate tabular-nums">
        {t(`communication_channels.inbox.window.openedBy.${kind}`, { time: clockTime(at, locale) })}
      </span>
    </button>
  )
}
