import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useMemo, useSyncExternalStore } from 'react'
import { createTray, type Tray } from './createTray.ts'

// As long as the data on screen lives: going to another page and back stops no upload.
const trays = new WeakMap<QueryClient, Tray>()

function trayOf(client: QueryClient): Tray {
  const tray = trays.get(client) ?? createTray(client)
  trays.set(client, tray)
  return tray
}

/** The files being attached in one conversation. */
export function useTray(conversationId: string) {
  const tray = trayOf(useQueryClient())
  const all = useSyncExternalStore(tray.subscribe, tray.items)
  const items = useMemo(
    () => all.filter((item) => item.conversationId === conversationId),
    [all, conversationId],
  )
  return { tray, items }
}
