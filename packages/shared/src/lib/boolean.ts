export const TRUE_VALUES = new Set(['1', 'true', 'yes', 'y', 'on', 'enable', 'enabled'])
export const FALSE_VALUES = new Set(['0', 'false', 'no', 'n', 'off', 'disable', 'disabled'])

/** Null when the word is neither. */
export function parseBooleanToken(word: string): boolean | null {
  const token = word.trim().toLowerCase()
  if (TRUE_VALUES.has(token)) return true
  if (FALSE_VALUES.has(token)) return false
  return null
}

export function parseBooleanWithDefault(word: string | undefined | null, fallback: boolean): boolean {
  return (word == null ? null : parseBooleanToken(word)) ?? fallback
}
