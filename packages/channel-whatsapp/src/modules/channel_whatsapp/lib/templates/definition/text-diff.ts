import { align } from './align.ts'

export interface TextPart {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** A variable, a word, a mark, or the space between them. */
const TOKEN = /\{\{[^{}]*\}\}|[\p{L}\p{N}\p{M}]+|\s+|[^\s\p{L}\p{N}]/gu

/** The words that two texts share and those that only one has; put together again, the two texts. */
export function textDiff(before: string, after: string): TextPart[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  const parts: TextPart[] = []
  for (const [old, now] of align(tokens(before), tokens(after))) {
    const kind = old === undefined ? 'added' : now === undefined ? 'removed' : 'same'
    const last = parts.at(-1)
    const text = (now ?? old)!
    if (last?.kind === kind) last.text += text
    else parts.push({ kind, text })
  }
  return parts
}

function tokens(text: string): string[] {
  return text.match(TOKEN) ?? []
}
