import { replaceVariables } from '../../definition/variables-in.ts'
import { countEmoji } from '../emoji.ts'
import { advice, type Finding, refused } from '../finding.ts'
import { EMOJI_MAX } from '../limits.ts'
import { mend } from '../mend.ts'
import type { LintSubject, PlacedText } from '../subject.ts'

/** How the texts look: blank lines, wide gaps, capitals, emoji. */
export function* lintFormatting({ texts }: LintSubject): Generator<Finding> {
  for (const text of texts) {
    yield* lintSpace(text)
    const at = `${text.path}.text`
    if (isShouted(text.text)) yield advice('all_capitals', at)
    const count = countEmoji(text.text)
    if (text.part === 'body' && count > EMOJI_MAX) yield advice('many_emoji', at, { count, max: EMOJI_MAX })
  }
}

function* lintSpace({ text, path }: PlacedText): Generator<Finding> {
  const at = `${path}.text`
  const inside = text.trim()
  if (inside !== text && inside !== '')
    yield advice(
      'outer_spaces',
      at,
      {},
      mend<string>('trim', at, (one) => one.trim()),
    )
  if (/\n{3,}/.test(inside)) {
    const fix = mend<string>('fewer_lines', at, (one) => one.replace(/\n{3,}/g, '\n\n'))
    yield refused('line_breaks', at, {}, fix)
  }
  if (/\t| {5,}/.test(inside)) {
    const fix = mend<string>('single_spaces', at, (one) => one.replace(/\t| {5,}/g, ' '))
    yield refused('wide_gaps', at, {}, fix)
  }
}

/** From when on capitals are more than an abbreviation or two. */
const LETTERS_AT_LEAST = 15

function isShouted(text: string): boolean {
  const fixed = replaceVariables(text, () => '')
  const large = fixed.match(/\p{Lu}/gu)?.length ?? 0
  const small = fixed.match(/\p{Ll}/gu)?.length ?? 0
  return large + small >= LETTERS_AT_LEAST && large / (large + small) > 0.7
}
