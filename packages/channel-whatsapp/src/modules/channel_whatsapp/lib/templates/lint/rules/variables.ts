import { type PlacedVariable, placedVariables, written } from '../../definition/variables-in.ts'
import { advice, type Finding, type Fix, refused } from '../finding.ts'
import { mend } from '../mend.ts'
import type { LintSubject, PlacedText } from '../subject.ts'
import { countWords } from '../words-in.ts'

/** Where variables stand and how many there are. Ends and counts are a body’s matter: Meta’s own headers are shorter. */
export function* lintVariables(subject: LintSubject): Generator<Finding> {
  for (const text of subject.texts) {
    if (text.part === 'footer') continue
    const variables = placedVariables(text.text)
    if (variables.length === 0) continue
    yield* lintNeighbours(text, variables)
    if (text.part !== 'body') continue
    yield* lintEnds(text, variables, subject.definition.language)
    yield* lintCount(text, variables)
  }
}

/** Meta: 2388299. */
function* lintEnds(
  { text, path }: PlacedText,
  variables: PlacedVariable[],
  language: string,
): Generator<Finding> {
  const at = `${path}.text`
  const [first, last] = [variables[0]!, variables.at(-1)!]
  if (text.slice(0, first.start).trim() === '')
    yield refused('variable_at_start', at, { variable: written(first.key) })
  if (text.slice(last.end).trim() === '')
    yield refused('variable_at_end', at, { variable: written(last.key) }, fullStop(at, last.key, language))
}

/** What a full stop would become a part of. */
const STANDS_BARE = /url|link|mail|www|code|kod/i
const STOPS: Record<string, string | null> = { zh: '。', ja: '。', hi: '।', bn: '।', th: null, lo: null }

function fullStop(path: string, key: string, language: string): Fix | null {
  const base = language.slice(0, 2)
  const stop = Object.hasOwn(STOPS, base) ? STOPS[base] : '.'
  if (!stop || STANDS_BARE.test(key)) return null
  return mend<string>('full_stop', path, (text) => text.trimEnd() + stop)
}

/**
 * Meta refuses variables without anything between them; a space passes, and reads like one value. The first two are
 * enough to say.
 */
function* lintNeighbours({ text, path }: PlacedText, variables: PlacedVariable[]): Generator<Finding> {
  const gaps = variables.slice(1).map((next, index) => {
    const { end, key } = variables[index]!
    return { between: text.slice(end, next.start), first: written(key), second: written(next.key) }
  })
  const empty = gaps.find(({ between }) => between === '')
  const close = gaps.find(({ between }) => between !== '' && between.trim() === '')
  const params = ({ first, second }: (typeof gaps)[number]) => ({ first, second })
  if (empty) yield refused('variables_adjacent', `${path}.text`, params(empty))
  if (close) yield advice('variables_close', `${path}.text`, params(close))
}

/**
 * Meta: 2388293, too many variables for the length of the text. Its measure is not published; as those who write
 * templates for many found, n variables want 2n + 1 words beside them. Meta's own examples keep this.
 */
function* lintCount({ text, path }: PlacedText, { length: count }: PlacedVariable[]): Generator<Finding> {
  const [words, needed] = [countWords(text), wordsNeeded(count)]
  if (words < needed) yield refused('variables_too_many', `${path}.text`, { count, words, needed })
}

export function wordsNeeded(variables: number): number {
  return 2 * variables + 1
}
