import { type Part, type Parts, partOf, withoutPart, withPart } from './parts.ts'
import { readSamples, type Samples, writeSamples } from './samples.ts'
import { asVariableName, nextVariable, type ParameterFormat, renameInText, variablesIn } from './variables.ts'

export type TextPlace = 'HEADER' | 'BODY'

export function textOf(parts: Parts, place: TextPlace): string {
  return partOf(parts, place)?.text ?? ''
}

export function samplesOf(parts: Parts, place: TextPlace): Samples {
  return readSamples(partOf(parts, place)?.example)
}

/**
 * Writes a text; samples of variables that it still has are kept.
 *
 * @param remembered samples of variables that come back
 */
export function setText(
  parts: Parts,
  place: TextPlace,
  text: string,
  format: ParameterFormat,
  remembered: Samples = {},
): Parts {
  return write(parts, place, text, { ...remembered, ...samplesOf(parts, place) }, format)
}

export function setSample(
  parts: Parts,
  place: TextPlace,
  variable: string,
  sample: string,
  format: ParameterFormat,
): Parts {
  const samples = { ...samplesOf(parts, place), [variable]: sample }
  return write(parts, place, textOf(parts, place), samples, format)
}

export function renameVariable(parts: Parts, place: TextPlace, from: string, typed: string): Parts {
  const to = asVariableName(typed)
  const text = textOf(parts, place)
  // Two variables of one name would become one, and its sample be lost, while somebody is still typing.
  if (!to || to === from || variablesIn(text).includes(to)) return parts
  const samples = samplesOf(parts, place)
  return write(
    parts,
    place,
    renameInText(text, { [from]: to }),
    { ...samples, [to]: samples[from] ?? '' },
    'NAMED',
  )
}

/** Rewrites a text's variables for the other way of naming them: {{1}} becomes {{value_1}} and back, samples go along. */
export function refitVariables(parts: Parts, place: TextPlace, format: ParameterFormat): Parts {
  const part = partOf(parts, place)
  if (!part?.text) return parts
  const variables = variablesIn(part.text)
  const names: Record<string, string> = {}
  for (const [index, variable] of variables.entries()) {
    const taken = Object.values(names)
      .map((name) => `{{${name}}}`)
      .join('')
    names[variable] = format === 'POSITIONAL' ? String(index + 1) : nextVariable(taken, format)
  }
  const samples = samplesOf(parts, place)
  const moved = Object.fromEntries(variables.map((variable) => [names[variable]!, samples[variable] ?? '']))
  return write(parts, place, renameInText(part.text, names), moved, format)
}

export function setFooter(parts: Parts, text: string): Parts {
  return text ? withPart(parts, { type: 'FOOTER', text }) : withoutPart(parts, 'FOOTER')
}

function write(
  parts: Parts,
  place: TextPlace,
  text: string,
  samples: Samples,
  format: ParameterFormat,
): Parts {
  const kind = place === 'BODY' ? 'body' : 'header'
  const { example: _, ...part } = partOf(parts, place) ?? newPart(place)
  const example = writeSamples(kind, text, samples, format)
  return withPart(parts, { ...part, text, ...(example ? { example } : {}) } as Part<TextPlace>)
}

const newPart = (place: TextPlace) =>
  (place === 'BODY' ? { type: place } : { type: place, format: 'TEXT' }) as Part<TextPlace>
