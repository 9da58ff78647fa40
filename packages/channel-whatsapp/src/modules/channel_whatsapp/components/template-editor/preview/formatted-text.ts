/** A text as a phone reads its marks. */
export type TextNode =
  | { kind: 'text' | 'link' | 'gap' | 'mono'; text: string }
  | { kind: 'bold' | 'italic' | 'strike'; inside: TextNode[] }

const SPANS = { '*': 'bold', _: 'italic', '~': 'strike' } as const
const isSpace = (sign: string | undefined) => sign === undefined || /\s/.test(sign)
const isWord = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign)

/** Marks count only around words, on one line: `2*3*4` and `snake_case_name` stay as they are. */
export function readMarks(text: string): TextNode[] {
  const nodes: TextNode[] = []
  let plainFrom = 0
  let at = 0
  const take = (node: TextNode, end: number) => {
    nodes.push(...readPlain(text.slice(plainFrom, at)), node)
    plainFrom = end
    at = end
  }
  while (at < text.length) {
    const mono = monoAt(text, at)
    if (mono) {
      take({ kind: 'mono', text: mono.text }, mono.end)
      continue
    }
    const sign = text[at] as keyof typeof SPANS
    const end = Object.hasOwn(SPANS, sign) ? spanEnd(text, at) : -1
    if (end === -1) at += 1
    else take({ kind: SPANS[sign], inside: readMarks(text.slice(at + 1, end)) }, end + 1)
  }
  nodes.push(...readPlain(text.slice(plainFrom)))
  return nodes
}

/** Code in three back-quotes may run over lines, in one it may not. */
function monoAt(text: string, at: number): { text: string; end: number } | null {
  const match = /^(?:```([\s\S]+?)```|`([^`\n]+)`)/.exec(text.slice(at))
  return match ? { text: match[1] ?? match[2] ?? '', end: at + match[0].length } : null
}

function spanEnd(text: string, start: number): number {
  const sign = text[start]
  if (isWord(text[start - 1]) || isSpace(text[start + 1])) return -1
  for (let at = start + 1; at < text.length && text[at] !== '\n'; at++) {
    const closes = text[at] === sign && at > start + 1 && !isSpace(text[at - 1]) && !isWord(text[at + 1])
    // A variable's name may hold underscores.
    if (closes && !isInGap(text, at)) return at
  }
  return -1
}

const isInGap = (text: string, at: number) =>
  text.lastIndexOf('{{', at) > text.lastIndexOf('}}', at) && text.indexOf('}}', at) !== -1

const SPECIAL = /(\{\{\s*\w+\s*\}\})|((?:https?:\/\/|www\.)[^\s{}]*[^\s{}.,;:!?)'"])/g

/** Links, and the gaps that nothing was put into. */
function readPlain(text: string): TextNode[] {
  const nodes: TextNode[] = []
  let from = 0
  for (const match of text.matchAll(SPECIAL)) {
    if (match.index > from) nodes.push({ kind: 'text', text: text.slice(from, match.index) })
    nodes.push({ kind: match[1] ? 'gap' : 'link', text: match[0] })
    from = match.index + match[0].length
  }
  if (from < text.length) nodes.push({ kind: 'text', text: text.slice(from) })
  return nodes
}
