import { placedVariables, replaceVariables, written } from '../../definition/variables-in.ts'
import { advice, type Finding, refused } from '../finding.ts'
import { mend } from '../mend.ts'
import type { LintSubject } from '../subject.ts'

const SINGLE = /\{\s*([a-z0-9_]+)\s*\}/i

/** Braces that make no variable: Meta refuses halves, and sends a single pair to the customer as it stands. */
export function* lintBraces({ texts }: LintSubject): Generator<Finding> {
  for (const { text, path } of texts) {
    const at = `${path}.text`
    const spaced = placedVariables(text).find(({ raw, key }) => raw !== key && key !== '')
    if (spaced) {
      const fix = mend<string>('close_braces_up', at, (whole) => replaceVariables(whole, written))
      yield refused('braces_spaces', at, { variable: written(spaced.key) }, fix)
    }
    const rest = replaceVariables(text, () => ' ')
    if (rest.includes('{{') || rest.includes('}}')) {
      yield refused('braces_unclosed', at)
      continue
    }
    const single = SINGLE.exec(rest)
    if (single) yield advice('braces_single', at, { variable: single[1]! }, doubling(at))
  }
}

function doubling(path: string) {
  return mend<string>('double_braces', path, (text) =>
    text.replace(/(?<!\{)\{\s*([a-z0-9_]+)\s*\}(?!\})/gi, (_, key: string) => written(key)),
  )
}
