import { limits } from '../../composer/limits.ts'
import type { AttemptProblem } from '../../model/outbox.ts'
import type { NewTrayItem } from '../../model/trayItem.ts'
import { newKey } from '../newKey.ts'

type Place = { conversationId: string; channelId: string }

const chosen = { isRecorded: false, goesOut: null }

/** An item of what was chosen, and what is wrong with it where the server need not be asked. */
export function newItem(
  place: Place,
  source: File,
  recorded: Pick<NewTrayItem, 'isRecorded' | 'goesOut'> = chosen,
): { item: NewTrayItem; problem: AttemptProblem | null } {
  const { name, size: byteSize, type: mimeType } = source
  const localUrl = /^(image|audio|video)\//.test(mimeType) ? URL.createObjectURL(source) : null
  const item = { ...place, key: newKey(), source, ...recorded, name, byteSize, mimeType, localUrl }
  const code = byteSize === 0 ? 'file_empty' : byteSize > limits.fileBytes ? 'file_too_large' : null
  return { item, problem: code ? { code, message: '', action: null } : null }
}

/** An item of what the server has fetched already. */
export function fetchedItem(place: Place, link: string): NewTrayItem {
  const here = { source: null, localUrl: null, byteSize: null, mimeType: '' }
  return { ...place, key: newKey(), ...here, ...chosen, name: link }
}
