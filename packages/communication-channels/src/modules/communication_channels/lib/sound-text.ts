/** A text that can be kept: PostgreSQL takes neither NUL in text nor half a surrogate pair in JSON. */
export function soundText(text: string): string {
  return text.replaceAll('\0', '\uFFFD').toWellFormed()
}

export function soundValues<T extends object>(values: T): T {
  const entries = Object.entries(values).map(([key, value]) => [
    key,
    typeof value === 'string' ? soundText(value) : value,
  ])
  return Object.fromEntries(entries) as T
}
