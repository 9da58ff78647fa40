import type { BodyComponent, HeaderComponent, ParameterFormat } from './definition.ts'
import { keysInExampleOrder } from './variables-in.ts'

type Texted = HeaderComponent | BodyComponent
export type Examples = Record<string, string>

/** The examples of a header's or body's variables; what has none is absent. */
export function examplesOf(component: Texted, format: ParameterFormat): Examples {
  const keys = keysInExampleOrder(component.text ?? '')
  const given =
    format === 'NAMED'
      ? namedRow(component).map((one) => [one.param_name, one.example] as const)
      : keys.map((key, index) => [key, positionalRow(component)[index] ?? ''] as const)
  return Object.fromEntries(given.filter(([key, example]) => keys.includes(key) && example.trim() !== ''))
}

/** How many there are, also for nothing. */
export function countExamples(component: Texted, format: ParameterFormat): number {
  return format === 'NAMED' ? namedRow(component).length : positionalRow(component).length
}

/** The component with these examples, in Meta's form; a text without variables has none. */
export function withExamples<Component extends Texted>(
  component: Component,
  format: ParameterFormat,
  examples: Examples,
): Component {
  const field = component.type === 'HEADER' ? 'header_text' : 'body_text'
  const keys = keysInExampleOrder(component.text ?? '')
  if (keys.length === 0) return { ...component, example: undefined }
  const row = keys.map((key) => examples[key] ?? '')
  const named = keys.map((key) => ({ param_name: key, example: examples[key] ?? '' }))
  const example =
    format === 'NAMED'
      ? { [`${field}_named_params`]: named }
      : { [field]: component.type === 'HEADER' ? row : [row] }
  return { ...component, example }
}

function positionalRow(component: Texted): string[] {
  if (component.type === 'HEADER') return component.example?.header_text ?? []
  return component.example?.body_text?.[0] ?? []
}

function namedRow(component: Texted): { param_name: string; example: string }[] {
  if (component.type === 'HEADER') return component.example?.header_text_named_params ?? []
  return component.example?.body_text_named_params ?? []
}
