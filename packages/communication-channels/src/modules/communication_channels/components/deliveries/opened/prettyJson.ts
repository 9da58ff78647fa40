/**
 * JSON with a line for each value. It is laid out as it stands and never parsed: a number keeps all its digits, a key
 * that comes twice is seen twice, and of a long text the beginning is enough.
 */
export function prettyJson(text: string): string {
  if (!/^\s*[[{]/.test(text)) return text
  let depth = 0
  const line = () => `\n${'  '.repeat(depth)}`
  return text.replace(TOKEN, (token, space: string | undefined, empty: string | undefined) => {
    if (space !== undefined) return ''
    if (empty !== undefined) return empty.replace(/\s/g, '')
    switch (token) {
      case '{':
      case '[':
        depth++
        return token + line()
      case '}':
      case ']':
        depth = Math.max(0, depth - 1)
        return line() + token
      case ',':
        return token + line()
      case ':':
        return ': '
      default:
        return token
    }
  })
}

/** Strings as a whole, so that nothing in them is taken for structure; one that was cut off goes to the end. */
const TOKEN = /"(?:[^"\\]|\\[\s\S])*(?:"|$)|(\s+)|(\{\s*\}|\[\s*\])|[{}[\],:]/g
