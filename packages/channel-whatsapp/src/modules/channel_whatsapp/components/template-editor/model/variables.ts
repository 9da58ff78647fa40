export type ParameterFormat = 'POSITIONAL' | 'NAMED'

const VARIABLE = /\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g

/** A number beyond what any text of Meta's can hold is a slip of whoever types, such as of a date; there is no list that long. */
const LAST_NUMBER = 100

/** The variables of a text, each once, in the order in which they appear. */
export function variablesIn(text: string): string[] {
  return [...new Set([...text.matchAll(VARIABLE)].map((match) => match[1]!))]
}

/** The numbers among variables. */
export function numbersOf(variables: readonly string[]): number[] {
  return variables.map(Number).filter((number) => Number.isInteger(number) && number <= LAST_NUMBER)
}

/** What a new variable of this text is called: the next number, or a name to be changed by whoever writes. */
export function nextVariable(text: string, format: ParameterFormat): string {
  const taken = variablesIn(text)
  if (format === 'POSITIONAL') {
    return String(Math.max(0, ...numbersOf(taken)) + 1)
  }
  for (let number = 1; ; number++) {
    const name = `value_${number}`
    if (!taken.includes(name)) return name
  }
}

export function renameInText(text: string, names: Readonly<Record<string, string>>): string {
  return text.replace(VARIABLE, (whole, name: string) =>
    Object.hasOwn(names, name) ? `{{${names[name]}}}` : whole,
  )
}

/** What is typed becomes a name that Meta takes: small letters, digits and underscores. */
export function asVariableName(typed: string): string {
  return typed
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
    .replace(/[^a-z0-9_]/g, '')
}
