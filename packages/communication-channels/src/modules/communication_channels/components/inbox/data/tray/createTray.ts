import type { QueryClient } from '@tanstack/react-query'
import { type SendUse, standing, type TrayItem } from '../../model/trayItem.ts'
import { convertFile, dropFiles, fileFromLink } from '../fileRequests.ts'
import { dropItem } from './dropItem.ts'
import { fetchedItem, newItem } from './newItem.ts'
import { traySending } from './traySending.ts'
import { createTrayStore } from './trayStore.ts'
import { problemOf, trayUploads } from './trayUploads.ts'

export type Tray = ReturnType<typeof createTray>
export type TrayPlace = { conversationId: string; channelId: string }

/** The files being attached: brought to the server, converted where a person agrees, and sent. */
export function createTray(client: QueryClient) {
  const store = createTrayStore()
  const sendItems = traySending(client, store)
  const uploads = trayUploads(store, (key) => void goOn(key))

  const convert = async (key: string) => {
    const item = store.find(key)
    if (item?.stage !== 'ready' || !item.original || !item.use) return
    const { use, original, channelId } = item
    store.change({ type: 'converts', key })
    try {
      const checked = await convertFile(original.file.id, use, channelId)
      if (store.find(key)) store.change({ type: 'converted', key, use, checked })
      else dropItem({ ...item, original: checked, localUrl: null })
    } catch (error) {
      store.change({ type: 'refused', key, problem: problemOf(error) })
    }
  }

  /** What was recorded here needs no further word: it is converted where it has to be, and goes out if it was to. */
  const goOn = async (key: string) => {
    const item = store.find(key)
    if (!item?.isRecorded) return
    if (standing(item)?.kind === 'convertible') await convert(key)
    if (item.goesOut) await sendItems(item.conversationId, [key], item.goesOut)
  }

  const add = (items: ReturnType<typeof newItem>[]) => {
    const sound = items.filter(({ problem }) => !problem)
    store.change({ type: 'added', items: items.map(({ item }) => item) })
    for (const { item, problem } of items)
      if (problem) store.change({ type: 'failed', key: item.key, problem })
    if (sound.length > 0) uploads.next()
  }

  const remove = (key: string) => {
    const item = store.find(key)
    if (!item || item.stage === 'sending') return
    store.change({ type: 'left', key })
    uploads.stop(key)
    dropItem(item)
  }

  return {
    items: store.items,
    subscribe: store.subscribe,
    addFiles: (place: TrayPlace, files: File[]) => add(files.map((file) => newItem(place, file))),
    /** Resolves once it is attached. Throws RequestFailed where there is nothing to attach. */
    async addLink(place: TrayPlace, link: string, signal: AbortSignal) {
      const checked = await fileFromLink(link, place.channelId, signal)
      if (signal.aborted) return dropFiles([checked.file.id])
      const item = fetchedItem(place, link)
      store.change({ type: 'added', items: [item] })
      store.change({ type: 'checked', key: item.key, checked })
    },
    /** `goesOut` null: kept until somebody sends it. */
    addVoice: (place: TrayPlace, file: File, goesOut: TrayItem['goesOut']) =>
      add([newItem(place, file, { isRecorded: true, goesOut })]),
    retry(key: string) {
      if (store.find(key)?.stage !== 'failed') return
      store.change({ type: 'waits', key })
      uploads.next()
    },
    remove,
    removeAll: (keys: string[]) => keys.forEach(remove),
    /** Whoever chooses what takes a conversion agrees to it. */
    async choose(key: string, use: SendUse) {
      store.change({ type: 'chosen', key, use })
      const item = store.find(key)
      if (item && standing(item)?.kind === 'convertible') await convert(key)
    },
    setCaption: (key: string, caption: string) => store.change({ type: 'captioned', key, caption }),
    convert,
    send: sendItems,
  }
}
