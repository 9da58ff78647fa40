import { z } from 'zod'
import {
  buttonsOf,
  findComponent,
  headerFormat,
  type Template,
  type TemplateComponent,
  type TemplatePart,
} from './component.ts'
import { needsOf, TEMPLATE_NEEDS, unsupportedPart } from './template-needs.ts'
import { variablesOf } from './template-text.ts'

const headerMedia = z.enum(['image', 'video', 'document'])

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
  /** What sending takes beside these parameters. */
  needs: z.array(z.enum(TEMPLATE_NEEDS)),
  /** Of what kind the file in its header is. */
  headerMedia: headerMedia.nullable(),
  /** Whether these parameters and that file are all that it takes. */
  isSendableHere: z.boolean(),
})
export type TemplateView = z.infer<typeof templateView>
export type TemplateParameter = TemplateView['parameters'][number]

export function viewTemplate(template: Template): TemplateView {
  const { id, name, language, category, status } = template
  const needs = needsOf(template)
  return {
    id,
    name,
    language,
    category,
    status,
    header: findComponent(template, 'HEADER')?.text ?? null,
    body: findComponent(template, 'BODY')?.text ?? '',
    footer: findComponent(template, 'FOOTER')?.text ?? null,
    buttons: buttonTexts(template),
    parameters: parametersOf(template),
    needs,
    headerMedia: needs.includes('header_media')
      ? headerMedia.parse(headerFormat(template)?.toLowerCase())
      : null,
    isSendableHere: needs.every((need) => need === 'header_media') && unsupportedPart(template) === null,
  }
}

export function buttonTexts(part: TemplatePart): string[] {
  return buttonsOf(part).map((button) => button.text ?? button.type)
}

/** What must be filled in, in the order in which it appears. */
export function parametersOf(part: TemplatePart): TemplateParameter[] {
  return (['HEADER', 'BODY'] as const).flatMap((type) => {
    const component = findComponent(part, type)
    return variablesOf(component?.text ?? '').map((key, index) => ({
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
