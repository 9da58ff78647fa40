/** A text with what is selected in it. */
export interface Selected {
  text: string
  start: number
  end: number
}

const MARKS = { bold: '*', italic: '_', strike: '~', mono: '```' } as const
export type Mark = keyof typeof MARKS

/** Marks what is selected, or takes the mark away where it has it already; without a selection the mark waits for words. */
export function toggleMark({ text, start, end }: Selected, mark: Mark): Selected {
  const sign = MARKS[mark]
  const size = sign.length
  if (text.slice(start - size, start) === sign && text.slice(end, end + size) === sign && start >= size) {
    return {
      text: text.slice(0, start - size) + text.slice(start, end) + text.slice(end + size),
      start: start - size,
      end: end - size,
    }
  }
  // A phone reads a mark only where it touches a word: spaces at the ends stay outside.
  const chosen = text.slice(start, end)
  const from = start + (chosen.length - chosen.trimStart().length)
  const to = Math.max(from, start + chosen.trimEnd().length)
  return {
    text: text.slice(0, from) + sign + text.slice(from, to) + sign + text.slice(to),
    start: from + size,
    end: to + size,
  }
}

/** Puts something in the place of the selection; the cursor stands behind it. */
export function insertText({ text, start, end }: Selected, inserted: string): Selected {
  const at = start + inserted.length
  return { text: text.slice(0, start) + inserted + text.slice(end), start: at, end: at }
}
