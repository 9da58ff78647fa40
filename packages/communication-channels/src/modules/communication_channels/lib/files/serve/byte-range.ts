export interface ByteRange {
  start: number
  /** The last byte, inclusive. */
  end: number
}

/**
 * What a `Range` header asks for (RFC 9110 §14). One range is served; several, or what is no range, is answered with the
 * whole: null. Beyond the end: `unsatisfiable`.
 *
 * @param size in bytes, more than 0
 */
export function rangeOf(header: string | null, size: number): ByteRange | 'unsatisfiable' | null {
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '')
  if (!found || (found[1] === '' && found[2] === '')) return null
  const [from, to] = [found[1]!, found[2]!]
  if (from === '') {
    const length = Number(to)
    return length === 0 ? 'unsatisfiable' : { start: Math.max(0, size - length), end: size - 1 }
  }
  const start = Number(from)
  if (to !== '' && Number(to) < start) return null
  if (start >= size) return 'unsatisfiable'
  return { start, end: to === '' ? size - 1 : Math.min(Number(to), size - 1) }
}
