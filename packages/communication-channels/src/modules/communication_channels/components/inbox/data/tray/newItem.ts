import { limits } from '../../composer/limits.ts'
import type { AttemptProblem } from '../../model/outbox.ts'
import type { NewTrayItem } from '../../model/trayItem.ts'
import { newKey } from '../newKey.ts'

type Place = { conversationId: string; channelId: string }

/** An item of what was chosen, and what is wrong with it where the server need not be asked. */
export function newItem(
  place: Place,
  source: NewTrayItem['source'],
  recorded: Pick<NewTrayItem, 'isRecorded' | 'goesOut'> = { isRecorded: false, goesOut: null },
): { item: NewTrayItem; problem: AttemptProblem | null } {
  const key = newKey()
  if ('link' in source) {
    const { link } = source
    const item = {
      ...place,
      key,
      source,
      ...recorded,
      name: link,
      byteSize: null,
      mimeType: '',
      localUrl: null,
    }
    return { item, problem: null }
  }
  const { file } = source
  const localUrl = /^(image|audio|video)\//.test(file.type) ? URL.createObjectURL(file) : null
  const item = {
    ...place,
    key,
    source,
    ...recorded,
    name: file.name,
    byteSize: file.size,
    mimeType: file.type,
    localUrl,
  }
  const code = file.size === 0 ? 'file_empty' : file.size > limits.fileBytes ? 'file_too_large' : null
  return { item, problem: code ? { code, message: '', action: null } : null }
}
