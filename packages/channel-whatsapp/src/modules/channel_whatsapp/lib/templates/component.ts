import { z } from 'zod'

/** A component of a template as Graph describes it; what we do not read is kept. */
export const templateComponent = z.looseObject({
  type: z.string(),
  format: z.string().optional(),
  text: z.string().optional(),
  buttons: z
    .array(z.looseObject({ type: z.string(), text: z.string().optional(), url: z.string().optional() }))
    .optional(),
  example: z.unknown().optional(),
})
export type TemplateComponent = z.infer<typeof templateComponent>

export interface Template {
  id: string
  name: string
  language: string
  category: string
  status: string
  components: TemplateComponent[]
}

/** Meta writes the types in either case. */
export function findComponent(template: Template, type: 'HEADER' | 'BODY' | 'FOOTER' | 'BUTTONS') {
  return template.components.find((component) => component.type.toUpperCase() === type)
}
