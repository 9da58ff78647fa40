import { lengthOf } from '../../../content/limits.ts'
import type { BodyComponent, HeaderComponent } from '../../definition/definition.ts'
import { countExamples, type Examples, examplesOf, withExamples } from '../../definition/examples-of.ts'
import { keysIn, placedVariables, replaceVariables, written } from '../../definition/variables-in.ts'
import { advice, type Finding, type Fix, type FixCode, fixOf, refused } from '../finding.ts'
import { changeAt } from '../mend.ts'
import type { LintSubject, PlacedText } from '../subject.ts'
import { sampleValue } from '../words/sample-values.ts'
import { maxOf } from './texts.ts'

/** What a reviewer learns nothing from. */
const POOR =
  /^(test\w*|sample|example|przykład|beispiel|ejemplo|x{2,}|abc\w*|foo|bar|asdf\w*|lorem.*|value|text|tekst|texto|variable|n\/?a|\.+|-+|[a-z\d])$/iu
/** Meta takes no value with a line break, a tab or more than four spaces in a row. */
const FORBIDDEN_SPACE = /[\n\r\t]| {5,}/

/** Meta reviews a template by the examples of its variables. */
export function* lintExamples(subject: LintSubject): Generator<Finding> {
  for (const text of subject.texts) {
    const keys = keysIn(text.text)
    if (text.component.type === 'FOOTER') continue
    yield* lintText(subject, { ...text, component: text.component }, keys)
  }
}

type Exemplified = PlacedText & { component: HeaderComponent | BodyComponent }

function* lintText(subject: LintSubject, text: Exemplified, keys: string[]): Generator<Finding> {
  const { parameterFormat } = subject.definition
  const at = `${text.path}.example`
  const examples = examplesOf(text.component, parameterFormat)
  const missing = keys.filter((key) => examples[key] === undefined)
  const found = countExamples(text.component, parameterFormat)
  if (missing.length > 0) {
    const fix = filling('fill_examples', text.path, missing)
    yield refused('example_missing', at, { variables: named(missing) }, fix)
  } else if (found !== keys.length) {
    yield refused(
      'example_count',
      at,
      { found, expected: keys.length },
      filling('fit_examples', text.path, []),
    )
  }
  yield* lintValues(text.path, examples)
  yield* lintFilled(subject, text, examples)
}

/** One finding for all variables of a text that have the same trouble; it shows the first one's example. */
function* lintValues(path: string, examples: Examples): Generator<Finding> {
  const at = `${path}.example`
  const having = (test: (example: string, key: string) => boolean) =>
    Object.keys(examples).filter((key) => test(examples[key]!, key))
  const params = (keys: string[]) => ({ variable: named(keys), example: examples[keys[0]!]! })
  const braced = having((example) => /[{}]{2}/.test(example))
  const poor = having((example, key) => POOR.test(example.trim()) || isItsName(example, key))
  const spaced = having((example) => FORBIDDEN_SPACE.test(example))
  if (braced.length > 0)
    yield refused('example_braces', at, params(braced), filling('fill_examples', path, braced))
  if (poor.length > 0) yield advice('example_poor', at, params(poor), filling('fill_examples', path, poor))
  if (spaced.length > 0) yield advice('example_spaces', at, params(spaced))
}

function isItsName(example: string, key: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[\s_-]+/g, '')
  return plain(example) === plain(key)
}

/** Meta: 132005, the text with its values is too long. */
function* lintFilled(subject: LintSubject, text: Exemplified, examples: Examples): Generator<Finding> {
  const max = maxOf(subject, text)
  const length = lengthOf(replaceVariables(text.text, (key) => examples[key] ?? ''))
  if (length > max && lengthOf(text.text) <= max)
    yield advice('filled_too_long', `${text.path}.text`, { max, length })
}

function named(keys: string[]): string {
  return keys.map(written).join(', ')
}

/** Gives these variables likely examples and keeps those of the others. */
function filling(code: FixCode, path: string, keys: string[]): Fix {
  return fixOf(code, (whole) =>
    changeAt<HeaderComponent | BodyComponent>(whole, path, (component) => {
      const { parameterFormat, language } = whole
      const kept = examplesOf(component, parameterFormat)
      const samples = samplesFor(component.text ?? '', keys, language)
      return withExamples(component, parameterFormat, { ...kept, ...samples })
    }),
  )
}

function samplesFor(text: string, keys: string[], language: string): Examples {
  const variables = placedVariables(text)
  const before = (key: string) => text.slice(0, variables.find((one) => one.key === key)?.start ?? 0)
  return Object.fromEntries(keys.map((key) => [key, sampleValue(key, before(key), language)]))
}
