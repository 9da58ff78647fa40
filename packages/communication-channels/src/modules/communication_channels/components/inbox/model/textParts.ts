export type TextPart =
  | { kind: 'text'; text: string }
  | { kind: 'link'; text: string }
  | { kind: 'bold' | 'italic' | 'struck' | 'mono'; parts: TextPart[] }

const marks = { '*': 'bold', _: 'italic', '~': 'struck' } as const

// An address with its scheme; a mark that stands before a word and again behind one, within a line. Marks within a
// word, as in 2*3*4 or file_name_1, are letters like others.
const special =
  /```(?<mono>[^`]+)```|(?<link>[Hh][Tt][Tt][Pp][Ss]?:\/\/[^\s<>"]+)|(?<![\p{L}\p{N}*_~])(?<mark>[*_~])(?=\S)(?!\k<mark>)(?<marked>[^\n]{0,500}?\S)\k<mark>(?![\p{L}\p{N}*_~])/gu

/**
 * A text as chats show it: web addresses to click, and what is written between *stars*, _lines_, ~waves~ and three
 * backticks made to stand out. Whatever does not close stays as it was typed.
 */
export function textParts(text: string): TextPart[] {
  const parts: TextPart[] = []
  let end = 0
  const add = (until: number, part: TextPart, next: number) => {
    if (until > end) parts.push({ kind: 'text', text: text.slice(end, until) })
    parts.push(part)
    end = next
  }
  for (const match of text.matchAll(special)) {
    const { mono, link, mark, marked } = match.groups ?? {}
    const from = match.index
    if (mono) add(from, { kind: 'mono', parts: [{ kind: 'text', text: mono }] }, from + match[0].length)
    else if (link) {
      const address = withoutPunctuation(link)
      add(from, { kind: 'link', text: address }, from + address.length)
    } else if (mark && marked) {
      add(from, { kind: marks[mark as keyof typeof marks], parts: textParts(marked) }, from + match[0].length)
    }
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) })
  return parts
}

/** What closes the sentence is not part of the address; a bracket is where as many were opened in it. */
function withoutPunctuation(address: string): string {
  const trimmed = address.replace(/[.,;:!?'’”»]+$/u, '')
  const opened = trimmed.split('(').length
  return trimmed.endsWith(')') && trimmed.split(')').length > opened
    ? withoutPunctuation(trimmed.slice(0, -1))
    : trimmed
}
