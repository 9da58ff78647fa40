import type { BodyComponent, HeaderComponent, TemplateDefinition } from '../definition/definition.ts'
import { isNumber, keysInExampleOrder, replaceVariables, written } from '../definition/variables-in.ts'
import { changeAt } from './mend.ts'

type Texted = HeaderComponent | BodyComponent

/** Gives the variables of a header or body other names; its examples go with them. */
export function renameVariables(
  definition: TemplateDefinition,
  path: string,
  names: Record<string, string>,
): TemplateDefinition {
  return changeAt<Texted>(definition, path, (component) => {
    const { text = '' } = component
    const renamed = replaceVariables(text, (key) => written(names[key] ?? key))
    return { ...component, text: renamed, ...movedExamples(component, names) } as Texted
  })
}

function movedExamples(component: Texted, names: Record<string, string>): object {
  const { example, text = '' } = component
  if (!example) return {}
  const keys = keysInExampleOrder(text)
  const moved = { ...example }
  if ('body_text' in moved && moved.body_text)
    moved.body_text = moved.body_text.map((row) => closeGaps(row, keys))
  if ('header_text' in moved && moved.header_text) moved.header_text = closeGaps(moved.header_text, keys)
  if ('body_text_named_params' in moved)
    moved.body_text_named_params = renamed(moved.body_text_named_params, names)
  if ('header_text_named_params' in moved)
    moved.header_text_named_params = renamed(moved.header_text_named_params, names)
  return { example: moved }
}

type NamedExamples = NonNullable<BodyComponent['example']>['body_text_named_params']

function renamed(examples: NamedExamples, names: Record<string, string>): NamedExamples {
  return examples?.map((one) => ({ ...one, param_name: names[one.param_name] ?? one.param_name }))
}

/** Who wrote {{1}} and {{3}} may have given three examples, the second for nothing. */
function closeGaps(row: string[], keys: string[]): string[] {
  const highest = Math.max(0, ...keys.filter(isNumber).map(Number))
  if (row.length < highest || row.length === keys.length) return row
  return keys.map((key) => row[Number(key) - 1]!)
}
