import type { TrayItem } from '../../model/trayItem.ts'
import { RequestFailed } from '../request.ts'
import { uploadFile } from '../uploadFile.ts'
import { dropItem } from './dropItem.ts'
import type { TrayStore } from './trayStore.ts'

/** More at once only make each other slower. */
const atOnce = 3

/** Brings waiting items to the server, a few at a time. `onReady` is called with the key of each that is there. */
export function trayUploads(store: TrayStore, onReady: (key: string) => void) {
  const running = new Map<string, AbortController>()

  const run = async (item: TrayItem, file: File) => {
    const { key, name: fileName, channelId } = item
    const onProgress = (progress: number) => store.change({ type: 'progressed', key, progress })
    const controller = new AbortController()
    running.set(key, controller)
    store.change({ type: 'uploads', key })
    try {
      const { signal } = controller
      const checked = await uploadFile({ file, fileName, channelId, onProgress, signal })
      if (store.find(key)) {
        store.change({ type: 'checked', key, checked })
        onReady(key)
      } else dropItem({ ...item, original: checked })
    } catch (error) {
      store.change({ type: 'failed', key, problem: problemOf(error) })
    } finally {
      running.delete(key)
      next()
    }
  }

  const next = () => {
    for (const item of store.items()) {
      if (running.size >= atOnce) return
      if (item.stage === 'waiting' && item.source) void run(item, item.source)
    }
  }

  return { next, stop: (key: string) => running.get(key)?.abort() }
}

export function problemOf(error: unknown) {
  const { code, message, action } = error instanceof RequestFailed ? error : new RequestFailed(0, null)
  return { code, message, action }
}
