import type { Template } from '../../../accounts/template.ts'
import { type Problem, refuseIf } from './refuse.ts'
import { variablesIn } from './variables.ts'

type Examples = {
  positional: string[] | undefined
  named: { param_name: string; example: string }[] | undefined
}

/** Throws where not every variable of a text has an example, or an example has no variable. */
export function checkExamples(
  text: string,
  format: Template['parameter_format'],
  { positional = [], named = [] }: Examples,
  problem: Problem,
  what: string,
): void {
  const variables = variablesIn(text)
  const isNamed = format === 'NAMED'
  const names = named.map((one) => one.param_name)
  const given = isNamed ? names : positional
  refuseIf(
    (isNamed ? positional : named).length > 0 || given.length !== variables.length,
    problem,
    `${what} has ${variables.length} variables and ${given.length} examples of them.`,
  )
  refuseIf(
    isNamed && variables.some((variable) => !names.includes(variable)),
    problem,
    `${what} has a variable without an example.`,
  )
  const values = isNamed ? named.map(({ example }) => example) : positional
  refuseIf(
    values.some((value) => value.trim() === ''),
    problem,
    `${what} has an example that is empty.`,
  )
}
