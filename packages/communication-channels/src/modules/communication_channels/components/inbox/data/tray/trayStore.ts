import { changeTray, type TrayChange } from '../../model/tray.ts'
import type { TrayItem } from '../../model/trayItem.ts'

export type TrayStore = ReturnType<typeof createTrayStore>

/**
 * The files that are not in a message yet, of every conversation. They are kept in memory, for a file cannot be kept
 * elsewhere: whoever closes the page loses them and is warned.
 */
export function createTrayStore() {
  let items: readonly TrayItem[] = []
  const listeners = new Set<() => void>()
  const warn = (event: BeforeUnloadEvent) => event.preventDefault()
  return {
    items: () => items,
    find: (key: string) => items.find((item) => item.key === key),
    of: (conversationId: string) => items.filter((item) => item.conversationId === conversationId),
    change(change: TrayChange) {
      items = changeTray(items, change)
      if (items.length > 0) window.addEventListener('beforeunload', warn)
      else window.removeEventListener('beforeunload', warn)
      for (const listener of listeners) listener()
    },
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
