import { useT } from '@open-mercato/shared/lib/i18n/context'
import type { Tray } from '../../data/tray/createTray.ts'
import type { TrayItem } from '../../model/trayItem.ts'
import { TrayHead } from './TrayHead.tsx'
import { TrayRow } from './TrayRow.tsx'
import { useNewestInView } from './useNewestInView.ts'

type FileTrayProps = {
  tray: Tray
  items: TrayItem[]
  /** Of the one whose caption is the text in the composer. */
  captionedKey: string | undefined
  providerKey: string
  onSend: () => void
  /** Called where the focus had been on what is gone and has nowhere to go here. */
  returnFocus: () => void
}

/** What is attached to the answer being written, in the order in which it will go out. */
export function FileTray({ tray, items, captionedKey, providerKey, onSend, returnFocus }: FileTrayProps) {
  const t = useT()
  const { list, onScroll } = useNewestInView(items)
  const count = items.length
  if (count === 0) return null

  const focusAfter = (removed: number) => {
    const next = items[removed + 1]
    if (!next) return returnFocus()
    window.setTimeout(() => {
      const row = list.current?.querySelector(`[data-item="${next.key}"] [data-removes]`)
      if (row instanceof HTMLElement) row.focus()
      else returnFocus()
    })
  }
  return (
    <section className="border-t bg-card px-2 pt-2 md:px-4 md:pt-3">
      {count > 1 ? <TrayHead tray={tray} items={items} returnFocus={returnFocus} /> : null}
      <ul
        ref={list}
        onScroll={onScroll}
        aria-label={t('communication_channels.inbox.tray.label')}
        className="grid max-h-[42dvh] gap-2 overflow-y-auto overscroll-contain"
      >
        {items.map((item, index) => (
          <TrayRow
            key={item.key}
            tray={tray}
            item={item}
            providerKey={providerKey}
            isCaptionedBelow={item.key === captionedKey}
            onSend={onSend}
            onRemoved={() => focusAfter(index)}
          />
        ))}
      </ul>
    </section>
  )
}
