import type { TrayItem } from '../../model/trayItem.ts'
import { fileFromLink } from '../fileRequests.ts'
import { RequestFailed } from '../request.ts'
import { uploadFile } from '../uploadFile.ts'
import { dropItem } from './dropItem.ts'
import type { TrayStore } from './trayStore.ts'

/** More at once only make each other slower. */
const atOnce = 3

/** Brings waiting items to the server, a few at a time. `onReady` is called with the key of each that is there. */
export function trayUploads(store: TrayStore, onReady: (key: string) => void) {
  const running = new Map<string, AbortController>()

  const bring = (item: TrayItem, signal: AbortSignal) => {
    const { key, source, channelId } = item
    if ('link' in source) return fileFromLink(source.link, channelId, signal)
    const onProgress = (progress: number) => store.change({ type: 'progressed', key, progress })
    return uploadFile({ file: source.file, fileName: item.name, channelId, onProgress, signal })
  }

  const run = async (item: TrayItem) => {
    const { key } = item
    const controller = new AbortController()
    running.set(key, controller)
    store.change({ type: 'uploads', key })
    try {
      const checked = await bring(item, controller.signal)
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
      if (item.stage === 'waiting') void run(item)
    }
  }

  return { next, stop: (key: string) => running.get(key)?.abort() }
}

export function problemOf(error: unknown) {
  const { code, message, action } = error instanceof RequestFailed ? error : new RequestFailed(0, null)
  return { code, message, action }
}
