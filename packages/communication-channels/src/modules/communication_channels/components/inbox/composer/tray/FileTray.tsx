import { useT } from '@open-mercato/shared/lib/i18n/context'
import type { Tray } from '../../data/tray/createTray.ts'
import type { TrayItem } from '../../model/trayItem.ts'
import { TrayRow } from './TrayRow.tsx'

type FileTrayProps = {
  tray: Tray
  items: TrayItem[]
  /** Of the one whose caption is the text in the composer. */
  captionedKey: string | undefined
  providerKey: string
  /** Called after a row has gone, for the focus it had. */
  onRemoved: () => void
}

/** What is attached to the answer being written, in the order in which it will go out. */
export function FileTray({ tray, items, captionedKey, providerKey, onRemoved }: FileTrayProps) {
  const t = useT()
  if (items.length === 0) return null
  return (
    <ul
      aria-label={t('communication_channels.inbox.tray.label')}
      className="grid max-h-[42dvh] gap-2 overflow-y-auto overscroll-contain border-t bg-card px-2 pt-2 md:px-4 md:pt-3"
    >
      {items.map((item) => (
        <TrayRow
          key={item.key}
          tray={tray}
          item={item}
          providerKey={providerKey}
          isCaptionedBelow={item.key === captionedKey}
          onRemoved={onRemoved}
        />
      ))}
    </ul>
  )
}
