const nearTheLimit = 256

/** How many characters are left, negative when there are too many; null while that is far away. */
export function lengthLeft(text: string, limit: number): number | null {
  const left = limit - text.trim().length
  return left > nearTheLimit ? null : left
}
