import { z } from 'zod'
import { buttonSchemas } from './button-schemas.ts'

/** Meta takes types and formats in either case. */
function withKinds<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    const given = value as Record<string, unknown>
    const kinds = ['type', 'format'].filter((key) => typeof given[key] === 'string')
    return { ...given, ...Object.fromEntries(kinds.map((key) => [key, String(given[key]).toUpperCase()])) }
  }, schema)
}

const namedExamples = z.array(z.strictObject({ param_name: z.string().min(1), example: z.string().min(1) }))
const texts = z.array(z.string())

/** The examples of a body: one list of them within another. */
const bodyExamples = z
  .array(texts)
  .length(1)
  .transform(([examples]) => examples!)

const header = z.strictObject({
  type: z.literal('HEADER'),
  format: z.enum(['TEXT', 'IMAGE', 'VIDEO', 'DOCUMENT', 'LOCATION', 'PRODUCT']),
  text: z.string().optional(),
  example: z
    .strictObject({
      header_text: texts.optional(),
      header_text_named_params: namedExamples.optional(),
      header_handle: texts.optional(),
    })
    .optional(),
})

const body = z.strictObject({
  type: z.literal('BODY'),
  text: z.string().optional(),
  example: z
    .strictObject({ body_text: bodyExamples.optional(), body_text_named_params: namedExamples.optional() })
    .optional(),
  add_security_recommendation: z.boolean().optional(),
})

const footer = z.strictObject({
  type: z.literal('FOOTER'),
  text: z.string().optional(),
  code_expiration_minutes: z.int().optional(),
})

const buttons = z.strictObject({
  type: z.literal('BUTTONS'),
  buttons: z.array(withKinds(z.discriminatedUnion('type', buttonSchemas))).min(1),
})

const cardComponent = z.discriminatedUnion('type', [header, body, buttons])

const component = z.discriminatedUnion('type', [
  header,
  body,
  footer,
  buttons,
  z.strictObject({
    type: z.literal('CAROUSEL'),
    cards: z.array(z.strictObject({ components: z.array(withKinds(cardComponent)) })),
  }),
  z.strictObject({
    type: z.literal('LIMITED_TIME_OFFER'),
    limited_time_offer: z.strictObject({
      text: z.string().min(1),
      has_expiration: z.boolean().default(false),
    }),
  }),
  z.strictObject({ type: z.literal('CALL_PERMISSION_REQUEST') }),
])

export const componentsSchema = z.array(withKinds(component)).min(1)

export type DefinedComponent = z.output<typeof component>
export type DefinedCardComponent = z.output<typeof cardComponent>
export type DefinedHeader = z.output<typeof header>
export type DefinedBody = z.output<typeof body>
export type DefinedFooter = z.output<typeof footer>
export type DefinedButton = z.output<typeof buttons>['buttons'][number]
export type DefinedCard = { components: DefinedCardComponent[] }

type Kinds = DefinedComponent | DefinedCardComponent

export function partOf<Type extends DefinedComponent['type']>(
  components: Kinds[],
  type: Type,
): Extract<DefinedComponent, { type: Type }> | null {
  const found = components.find((component) => component.type === type)
  return (found as Extract<DefinedComponent, { type: Type }> | undefined) ?? null
}
