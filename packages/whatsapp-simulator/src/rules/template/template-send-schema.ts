import { z } from 'zod'

const parameter = z.looseObject({ type: z.string().min(1) })

const lowerCase = z.string().transform((text) => text.toLowerCase())

const partTypes = z.enum(['header', 'body', 'button'])

// Meta writes component types in either case, and counts buttons with numbers or text.
const part = {
  sub_type: lowerCase.optional(),
  index: z
    .union([z.int().min(0), z.string().regex(/^\d{1,2}$/)])
    .transform(Number)
    .optional(),
  parameters: z.array(parameter).default([]),
}

const cardComponent = z.strictObject({ type: lowerCase.pipe(partTypes), ...part })

const component = z.strictObject({
  type: lowerCase.pipe(z.enum([...partTypes.options, 'footer', 'limited_time_offer', 'carousel'])),
  ...part,
  cards: z
    .array(z.strictObject({ card_index: z.int().min(0), components: z.array(cardComponent).default([]) }))
    .optional(),
})

/** The `template` object of a send; what a template needs inside it is checked against the template itself. */
export const templateSendSchema = z.strictObject({
  name: z.string().min(1).max(512),
  language: z.strictObject({
    code: z.string().min(1).max(64),
    policy: z.literal('deterministic').optional(),
  }),
  components: z.array(component).default([]),
})

export type RequestedParameter = z.infer<typeof parameter>
export type RequestedComponent = z.infer<typeof component>
