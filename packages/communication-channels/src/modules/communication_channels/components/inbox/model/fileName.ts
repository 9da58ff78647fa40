import { isActiveType, isProgram, isRunnableExtension } from '../../../lib/files/examine/active-content.ts'
import { plainName } from '../../../lib/files/examine/plain-name.ts'
import type { FileView } from './file.ts'

/** Our own name of a file before the one its sender gave, which may pretend to be another kind of file. */
export function shownName(file: FileView | null, given: string | undefined): string | null {
  return plainName(file?.name ?? given ?? '').trim() || null
}

/** How many characters of a name's end stay in sight. */
const end = 12

/** A long name without its middle: both how it begins and what kind of file it is can be read. */
export function cutMiddle(name: string, most = 44): string {
  const characters = [...name]
  if (characters.length <= most) return name
  return [...characters.slice(0, most - end - 1), '…', ...characters.slice(-end)].join('')
}

const pages = /html|svg/

/** What a file may do to whoever opens it; null for one that only shows something. */
export function dangerOf(mimeType: string | null, name: string | null): 'program' | 'page' | null {
  const type = mimeType?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  const ending = name?.match(/\.([a-z0-9]{1,10})$/i)?.[1]?.toLowerCase() ?? ''
  if (isProgram(type)) return 'program'
  if (!isActiveType(type) && !isRunnableExtension(ending)) return null
  return pages.test(type) || pages.test(ending) ? 'page' : 'program'
}
