import { z } from 'zod'
import { findComponent, type Template, type TemplateComponent } from './component.ts'

export const templateView = z.object({
  id: z.uuid(),
  name: z.string(),
  language: z.string(),
  category: z.string(),
  status: z.string(),
  header: z.string().nullable(),
  body: z.string(),
  footer: z.string().nullable(),
  buttons: z.array(z.string()),
  parameters: z.array(
    z.object({ component: z.enum(['header', 'body']), key: z.string(), example: z.string().nullable() }),
  ),
})
export type TemplateView = z.infer<typeof templateView>
export type TemplateParameter = TemplateView['parameters'][number]

/** Positional `{{1}}` or named `{{first_name}}`. */
const VARIABLE = /\{\{\s*([a-z0-9_]+)\s*\}\}/gi

export function viewTemplate(template: Template): TemplateView {
  const { id, name, language, category, status } = template
  return {
    id,
    name,
    language,
    category,
    status,
    header: findComponent(template, 'HEADER')?.text ?? null,
    body: findComponent(template, 'BODY')?.text ?? '',
    footer: findComponent(template, 'FOOTER')?.text ?? null,
    buttons: (findComponent(template, 'BUTTONS')?.buttons ?? []).map((button) => button.text ?? button.type),
    parameters: parametersOf(template),
  }
}

/** What must be filled in, in the order in which it appears. */
export function parametersOf(template: Template): TemplateParameter[] {
  return (['HEADER', 'BODY'] as const).flatMap((type) => {
    const component = findComponent(template, type)
    const keys = [...new Set([...(component?.text ?? '').matchAll(VARIABLE)].map((match) => match[1]!))]
    return keys.map((key, index) => ({
      component: type === 'HEADER' ? ('header' as const) : ('body' as const),
      key,
      example: exampleOf(component!, key, index),
    }))
  })
}

const examples = z.object({
  header_text: z.array(z.string()).optional(),
  body_text: z.array(z.array(z.string())).optional(),
  header_text_named_params: z.array(z.object({ param_name: z.string(), example: z.string() })).optional(),
  body_text_named_params: z.array(z.object({ param_name: z.string(), example: z.string() })).optional(),
})

function exampleOf(component: TemplateComponent, key: string, index: number): string | null {
  const parsed = examples.safeParse(component.example)
  if (!parsed.success) return null
  const { header_text, body_text, header_text_named_params, body_text_named_params } = parsed.data
  const named = [...(header_text_named_params ?? []), ...(body_text_named_params ?? [])]
  return (
    named.find((one) => one.param_name === key)?.example ??
    header_text?.[index] ??
    body_text?.[0]?.[index] ??
    null
  )
}

/** Fills a text's variables in; one without a value stays visible as it is. */
export function fillIn(text: string, values: Record<string, string>): string {
  return text.replace(VARIABLE, (whole, key: string) => values[key] ?? whole)
}
