import type { TrayItem } from '../../model/trayItem.ts'
import { dropFiles } from '../fileRequests.ts'

/** Lets go of what an item holds here and on the server, but for the file that a message carries now. */
export function dropItem({ localUrl, original, converted }: TrayItem, carriedFileId?: string): void {
  if (localUrl) URL.revokeObjectURL(localUrl)
  const ids = [original?.file.id, converted?.checked.file.id]
  dropFiles(ids.filter((id): id is string => id !== undefined && id !== carriedFileId))
}
