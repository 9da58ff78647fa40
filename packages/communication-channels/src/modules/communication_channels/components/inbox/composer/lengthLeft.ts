import { textLimit } from './limits.ts'

const nearTheLimit = 256

/** How many characters are left, negative when there are too many; null while that is far away. */
export function lengthLeft(text: string): number | null {
  const left = textLimit - text.trim().length
  return left > nearTheLimit ? null : left
}
