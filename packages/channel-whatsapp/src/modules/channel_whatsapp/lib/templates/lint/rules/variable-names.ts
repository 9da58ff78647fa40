import type { TemplateDefinition } from '../../definition/definition.ts'
import { isName, isNumber, keysIn, written } from '../../definition/variables-in.ts'
import { type Finding, type Fix, type FixCode, fixOf, refused } from '../finding.ts'
import { renameVariables } from '../rename-variables.ts'
import type { LintSubject, PlacedText } from '../subject.ts'
import { plainName } from './name.ts'

/** What variables are called: numbers from 1 without gaps, or names in Meta's letters, and never both. */
export function* lintVariableNames({ definition, texts }: LintSubject): Generator<Finding> {
  const withVariables = texts
    .filter(({ part }) => part !== 'footer')
    .map((text) => ({ text, keys: keysIn(text.text) }))
    .filter(({ keys }) => keys.length > 0)
  const all = withVariables.flatMap(({ keys }) => keys)
  const fits = definition.parameterFormat === 'NAMED' ? (key: string) => !isNumber(key) : isNumber
  const wrong = all.find((key) => !fits(key) && (isNumber(key) || isName(key)))
  if (wrong !== undefined) {
    const at = withVariables.find(({ keys }) => keys.includes(wrong))!.text
    yield refused(
      'variables_mixed',
      `${at.path}.text`,
      { variable: written(wrong) },
      otherFormat(definition, all),
    )
  }
  for (const { text, keys } of withVariables) {
    yield* lintNames(text, keys)
    if (keys.every(isNumber)) yield* lintNumbers(text, keys)
  }
}

function otherFormat({ parameterFormat }: TemplateDefinition, keys: string[]): Fix | null {
  const wanted = parameterFormat === 'NAMED' ? 'POSITIONAL' : 'NAMED'
  const isPlain = keys.every(wanted === 'NAMED' ? isName : isNumber)
  if (!isPlain) return null
  const code = wanted === 'NAMED' ? 'use_names' : 'use_numbers'
  return fixOf(code, (definition) => ({ ...definition, parameterFormat: wanted }))
}

function* lintNames({ path }: PlacedText, keys: string[]): Generator<Finding> {
  const bad = keys.filter((key) => !isNumber(key) && !isName(key))
  if (bad.length === 0) return
  const names = Object.fromEntries(bad.map((key) => [key, plainName(key)]))
  const all = keys.map((key) => names[key] ?? key)
  const isPlain = bad.every((key) => isName(names[key]!)) && new Set(all).size === keys.length
  const fix = isPlain ? renaming('plain_variable', path, names) : null
  yield refused('variable_name_bad', `${path}.text`, { variable: bad.map(written).join(', ') }, fix)
}

function* lintNumbers({ path }: PlacedText, keys: string[]): Generator<Finding> {
  const sorted = [...keys].sort((one, other) => Number(one) - Number(other))
  const expected = sorted.map((_, index) => String(index + 1))
  const gap = sorted.findIndex((key, index) => key !== expected[index])
  if (gap === -1) return
  const names = Object.fromEntries(sorted.map((key, index) => [key, expected[index]!]))
  const params = { found: written(sorted[gap]!), expected: written(expected[gap]!) }
  yield refused('variables_gap', `${path}.text`, params, renaming('renumber', path, names))
}

function renaming(code: FixCode, path: string, names: Record<string, string>): Fix {
  return fixOf(code, (definition) => renameVariables(definition, path, names))
}
