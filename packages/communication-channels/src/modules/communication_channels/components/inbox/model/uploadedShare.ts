import type { TrayItem } from './trayItem.ts'

/** How much of what is attached is on the server, 0 to 1 by size; null where nothing is on its way there. */
export function uploadedShare(items: TrayItem[]): number | null {
  if (!items.some(({ stage }) => stage === 'waiting' || stage === 'uploading')) return null
  const counted = items.filter(({ stage }) => stage !== 'failed')
  const all = counted.reduce((sum, { byteSize }) => sum + (byteSize ?? 0), 0)
  const there = counted.reduce((sum, { stage, progress, byteSize }) => {
    const share = stage === 'waiting' ? 0 : stage === 'uploading' ? progress : 1
    return sum + share * (byteSize ?? 0)
  }, 0)
  return all > 0 ? there / all : 0
}
