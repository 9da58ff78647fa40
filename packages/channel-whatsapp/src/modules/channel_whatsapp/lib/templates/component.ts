import { z } from 'zod'

const button = z.looseObject({ type: z.string(), text: z.string().optional(), url: z.string().optional() })
export type TemplateButton = z.infer<typeof button>

const component = {
  type: z.string(),
  format: z.string().optional(),
  text: z.string().optional(),
  buttons: z.array(button).optional(),
  example: z.unknown().optional(),
}

/** A component of a template as Graph describes it; what we do not read is kept. */
export const templateComponent = z.looseObject({
  ...component,
  /** Of a carousel. */
  cards: z.array(z.looseObject({ components: z.array(z.looseObject(component)).default([]) })).optional(),
  limited_time_offer: z.looseObject({ has_expiration: z.boolean().optional() }).optional(),
})
export type TemplateComponent = z.infer<typeof templateComponent>

/** What has components: a template, or one card of its carousel. */
export interface TemplatePart {
  components: TemplateComponent[]
}

export interface Template extends TemplatePart {
  id: string
  name: string
  language: string
  category: string
  status: string
}

type ComponentType = 'HEADER' | 'BODY' | 'FOOTER' | 'BUTTONS' | 'CAROUSEL' | 'LIMITED_TIME_OFFER'

/** Meta writes the types in either case. */
export function findComponent(part: TemplatePart, type: ComponentType): TemplateComponent | undefined {
  return part.components.find((component) => component.type.toUpperCase() === type)
}

export function buttonsOf(part: TemplatePart): TemplateButton[] {
  return findComponent(part, 'BUTTONS')?.buttons ?? []
}

export function cardsOf(template: Template): TemplatePart[] {
  return findComponent(template, 'CAROUSEL')?.cards ?? []
}

/** `TEXT`, `IMAGE`, `LOCATION` …; null without a header. */
export function headerFormat(part: TemplatePart): string | null {
  const header = findComponent(part, 'HEADER')
  return header ? (header.format ?? 'TEXT').toUpperCase() : null
}
