/**
 * A function that remembers its latest results: the same people write again and again. Forgets all of them once it has
 * remembered as many as it may, so its memory is bounded.
 */
export function remembered<T>(most: number, work: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const made = work(key)
    if (known.size >= most) known.clear()
    known.set(key, made)
    return made
  }
}
