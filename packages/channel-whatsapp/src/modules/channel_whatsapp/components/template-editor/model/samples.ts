import { numbersOf, type ParameterFormat, variablesIn } from './variables.ts'

/** Samples by variable, however Meta's `example` holds them. */
export type Samples = Record<string, string>

interface NamedSample {
  param_name: string
  example: string
}

interface TextExample {
  header_text?: string[]
  header_text_named_params?: NamedSample[]
  body_text?: string[][]
  body_text_named_params?: NamedSample[]
}

export function readSamples(example: TextExample | undefined): Samples {
  const listed = example?.body_text?.[0] ?? example?.header_text ?? []
  const named = [...(example?.body_text_named_params ?? []), ...(example?.header_text_named_params ?? [])]
  return Object.fromEntries([
    ...listed.map((sample, index) => [String(index + 1), sample]),
    ...named.map((one) => [one.param_name, one.example]),
  ])
}

/** The `example` for a text: only what its variables need; without variables there is none. */
export function writeSamples(
  kind: 'header' | 'body',
  text: string,
  samples: Samples,
  format: ParameterFormat,
): TextExample | undefined {
  const variables = variablesIn(text)
  if (variables.length === 0) return undefined
  if (format === 'NAMED') {
    const named = variables.map((name) => ({ param_name: name, example: samples[name] ?? '' }))
    return kind === 'body' ? { body_text_named_params: named } : { header_text_named_params: named }
  }
  // By number, not by where it stands: a text may name {{2}} before {{1}}.
  const last = Math.max(0, ...numbersOf(variables))
  const listed = Array.from({ length: last }, (_, index) => samples[String(index + 1)] ?? '')
  if (listed.length === 0) return undefined
  return kind === 'body' ? { body_text: [listed] } : { header_text: listed }
}
