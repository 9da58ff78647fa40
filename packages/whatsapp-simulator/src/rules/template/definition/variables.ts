import type { Template } from '../../../accounts/template.ts'
import { type Problem, refuseIf } from './refuse.ts'

type Format = Template['parameter_format']

const VARIABLE = /\{\{\s*([^{}]*?)\s*\}\}/g
const NUMBER = /^[1-9]\d{0,2}$/
/** Named variables are of small letters, digits and underscores. */
const NAME = /^[a-z_][a-z0-9_]*$/

/** What stands between the braces, each once, in the order in which it first stands there. */
export function variablesIn(text: string): string[] {
  return [...new Set([...text.matchAll(VARIABLE)].map((match) => match[1]!))]
}

/** Throws where the variables of a text are not written as Meta wants them: numbered from 1, or named. */
export function checkVariables(text: string, format: Format, problem: Problem, what: string): void {
  const variables = variablesIn(text)
  const rest = text.replace(VARIABLE, '')
  refuseIf(/\{\{|\}\}/.test(rest), problem, `${what} has braces that are no variable.`)
  const wanted = format === 'NAMED' ? NAME : NUMBER
  const kind = format === 'NAMED' ? 'names of small letters and underscores' : 'numbers, as {{1}}'
  refuseIf(
    variables.some((variable) => !wanted.test(variable)),
    problem,
    `Variables of the format ${format} are ${kind}.`,
  )
  if (format === 'POSITIONAL') {
    const numbers = variables.map(Number).sort((a, b) => a - b)
    const isWhole = numbers.every((number, index) => number === index + 1)
    refuseIf(
      !isWhole,
      problem,
      `The variables of ${what.toLowerCase()} are numbered from {{1}} without a gap.`,
    )
  }
  refuseIf(/\}\}\{\{/.test(text), problem, `${what} has variables with nothing between them.`)
}

/** Throws where a text begins or ends with a variable; a full stop after it is enough. */
export function checkEdges(text: string): void {
  const isAtEdge = /^\s*\{\{|\}\}\s*$/.test(text)
  refuseIf(isAtEdge, 'variableAtEdge', 'Variables cannot stand at the beginning or the end of a template.')
}

/**
 * Throws where a text has too few words for its variables. Meta does not say how many it wants; 2n + 1 is what those who
 * have tried report.
 */
export function checkWordCount(text: string): void {
  const count = variablesIn(text).length
  if (count === 0) return
  const words = [...new Intl.Segmenter('en', { granularity: 'word' }).segment(text.replace(VARIABLE, ' '))]
  refuseIf(
    words.filter(({ isWordLike }) => isWordLike).length < 2 * count + 1,
    'tooManyVariables',
    'This template has too many variables for its length. Reduce them or write more text.',
  )
}
