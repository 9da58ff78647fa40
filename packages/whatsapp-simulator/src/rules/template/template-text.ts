import { fillVariables, variablesOf } from '../../accounts/template.ts'
import { GraphError } from '../../graph/graph-error.ts'
import type { SentParameter } from './sent-component.ts'
import { readTextValue } from './template-text-value.ts'

/**
 * Fills a text's variables from the parameters sent for it. Throws Meta's 132000 for another number of them, and
 * 132005 where the filled text has more than `limit` characters. `where` opens the details of a refusal.
 */
export function fillText(
  where: 'header' | 'body',
  format: 'POSITIONAL' | 'NAMED',
  text: string,
  parameters: SentParameter[],
  limit: number,
): string {
  const variables = variablesOf(text)
  if (variables.length !== parameters.length) throw wrongCount(where, parameters.length, variables.length)
  const values: Record<string, string> = {}
  parameters.forEach((parameter, index) => {
    const key = format === 'NAMED' ? readName(where, variables, parameter) : variables[index]!
    values[key] = readTextValue(where, parameter)
  })
  if (Object.keys(values).length !== variables.length) {
    throw wrongCount(where, Object.keys(values).length, variables.length)
  }
  const filled = fillVariables(text, values)
  if ([...filled].length > limit) {
    throw new GraphError(132005, { details: `${where}: the text with its parameters is too long` })
  }
  return filled
}

export function refuseParameters(where: string, parameters: SentParameter[]): void {
  if (parameters.length > 0) throw wrongCount(where, parameters.length, 0)
}

function readName(where: string, variables: string[], parameter: SentParameter): string {
  const name = parameter.value.parameter_name
  if (typeof name !== 'string' || !name) {
    throw new GraphError(100, { details: 'Parameter name is missing or empty' })
  }
  if (!variables.includes(name)) {
    throw new GraphError(132012, {
      details: `${where}: parameter name (${name}) does not exist in the template`,
    })
  }
  return name
}

function wrongCount(where: string, sent: number, expected: number): GraphError {
  return new GraphError(132000, {
    details: `${where}: number of localizable_params (${sent}) does not match the expected number of params (${expected})`,
  })
}
