import type { Message } from '../world/message.ts'
import { type Payload, say } from './payload.ts'

export type ShownFile = { url: string; mimeType: string; byteSize: number; fileName: string | null }

/** The file that a part of a message names by its id or link; null where the phone never got it. */
export function fileOf(message: Message, media: Payload): ShownFile | null {
  const source = say(media, 'id') || say(media, 'link')
  const index = message.files?.findIndex((file) => file.source === source) ?? -1
  const file = message.files?.[index]
  return file ? { ...file, url: `/sim/messages/${encodeURIComponent(message.wamid)}/files/${index}` } : null
}

/** 812 B, 24 KB, 1.5 MB */
export function showSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
