import { z } from 'zod'
import { definitionComponent } from './component.ts'
import { normaliseComponents } from './normalise.ts'
import { refineStructure } from './structure.ts'
import { writtenText } from './written-text.ts'

export type { ButtonType, DefinitionButton } from './button.ts'
export type {
  BodyComponent,
  ButtonsComponent,
  CardComponent,
  CarouselComponent,
  ComponentType,
  DefinitionComponent,
  FooterComponent,
  HeaderComponent,
  OfferComponent,
} from './component.ts'

export const CATEGORIES = ['UTILITY', 'MARKETING', 'AUTHENTICATION'] as const
export const PARAMETER_FORMATS = ['POSITIONAL', 'NAMED'] as const

const components = z.preprocess(normaliseComponents, z.array(definitionComponent).max(10))
const finishedComponents = components.superRefine(refineStructure)

/** Meta's rule for names. */
export const templateName = z.string().regex(/^[a-z0-9_]{1,512}$/)
/** `pl`, `en_US`, `prs_AF`. */
export const templateLanguage = z.string().regex(/^[a-z]{2,3}(_[A-Z]{2,3})?$/)
const ttl = z.int32().optional()

/** What a merchant wrote, in a form that Meta may be given. */
export const templateDefinition = z.strictObject({
  name: templateName,
  language: templateLanguage,
  category: z.enum(CATEGORIES),
  parameterFormat: z.enum(PARAMETER_FORMATS),
  components: finishedComponents,
  ttlSeconds: ttl,
})
export type TemplateDefinition = z.output<typeof templateDefinition>
export type TemplateCategory = TemplateDefinition['category']
export type ParameterFormat = TemplateDefinition['parameterFormat']

/** A template that is still being written: anything may be missing, nothing may be unknown or without bounds. */
export const draftDefinition = z.strictObject({
  name: writtenText(1_000).default(''),
  language: templateLanguage,
  category: z.enum(CATEGORIES),
  parameterFormat: z.enum(PARAMETER_FORMATS).default('POSITIONAL'),
  components: components.default([]),
  ttlSeconds: ttl,
})

const inCapitals = (value: unknown) => (typeof value === 'string' ? value.toUpperCase() : value)

/** The body of `POST /{waba-id}/message_templates`. */
export const wireDefinition = z
  .strictObject({
    name: templateName,
    language: templateLanguage,
    category: z.preprocess(inCapitals, z.enum(CATEGORIES)),
    parameter_format: z.preprocess(inCapitals, z.enum(PARAMETER_FORMATS).default('POSITIONAL')),
    components: finishedComponents,
    message_send_ttl_seconds: ttl,
  })
  .transform(({ parameter_format, message_send_ttl_seconds, ...rest }): TemplateDefinition => {
    const own = message_send_ttl_seconds === undefined ? {} : { ttlSeconds: message_send_ttl_seconds }
    return { ...rest, parameterFormat: parameter_format, ...own }
  })

/** What Meta is given to create a template. */
export function toWire(definition: TemplateDefinition): Record<string, unknown> {
  const { parameterFormat, ttlSeconds, ...rest } = definition
  const ttl = ttlSeconds === undefined ? {} : { message_send_ttl_seconds: ttlSeconds }
  return { ...rest, parameter_format: parameterFormat, ...ttl }
}
