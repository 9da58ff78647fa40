import { fillVariables, variablesOf } from '../../accounts/template.ts'
import { GraphError } from '../../graph/graph-error.ts'
import type { SentParameter } from './template-send-schema.ts'

/** Fills a text's variables from the parameters sent for it. `where` opens the details of a refusal. */
export function fillText(
  where: string,
  format: 'POSITIONAL' | 'NAMED',
  text: string,
  parameters: SentParameter[],
): string {
  const variables = variablesOf(text)
  if (variables.length !== parameters.length) throw wrongCount(where, parameters.length, variables.length)
  const values: Record<string, string> = {}
  parameters.forEach((parameter, index) => {
    const key = format === 'NAMED' ? readName(where, variables, parameter) : variables[index]!
    values[key] = readValue(where, parameter)
  })
  if (Object.keys(values).length !== variables.length) {
    throw wrongCount(where, Object.keys(values).length, variables.length)
  }
  return fillVariables(text, values)
}

export function refuseParameters(where: string, parameters: SentParameter[]): void {
  if (parameters.length > 0) throw wrongCount(where, parameters.length, 0)
}

function readName(where: string, variables: string[], parameter: SentParameter): string {
  const name = parameter.parameter_name
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

/** Text as it is; money and dates by their fallback, which is what Meta shows. */
function readValue(where: string, parameter: SentParameter): string {
  const { type } = parameter
  if (type !== 'text' && type !== 'currency' && type !== 'date_time') {
    throw new GraphError(132012, {
      details: `${where}: parameter of type ${type} does not match the expected type text`,
    })
  }
  const localized = parameter[type] as { fallback_value?: unknown } | undefined
  const text = type === 'text' ? String(parameter.text ?? '') : String(localized?.fallback_value ?? '')
  if (!text) {
    throw new GraphError(131008, {
      details: `${where}: Parameter of type ${type} is missing ${type} value`,
    })
  }
  if (/[\n\r\t]| {5,}/.test(text)) {
    throw new GraphError(132018, {
      details: `${where}: Param text cannot have new-line/tab characters or more than 4 consecutive spaces`,
    })
  }
  return text
}

function wrongCount(where: string, sent: number, expected: number): GraphError {
  return new GraphError(132000, {
    details: `${where}: number of localizable_params (${sent}) does not match the expected number of params (${expected})`,
  })
}
