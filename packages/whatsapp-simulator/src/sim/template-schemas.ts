import { z } from 'zod'
import { REJECTION_REASONS } from '../accounts/rejection-reasons.ts'
import { QUALITY_SCORES, TEMPLATE_CATEGORIES } from '../accounts/template.ts'
import { templateStateSchema } from '../accounts/template-state.ts'
import { componentsSchema } from '../rules/template/definition/component-schemas.ts'
import { TEMPLATE_LIMITS } from '../rules/template/template-limits.ts'

export const templateChangeSchema = templateStateSchema.partial().strict()

const sentence = z.string().trim().min(1).max(500).optional()

export const verdictSchema = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('approve') }),
  z.strictObject({
    decision: z.literal('reject'),
    reason: z.enum(REJECTION_REASONS),
    explanation: sentence,
    recommendation: sentence,
  }),
])

const plain = <Act extends string>(act: Act) => z.strictObject({ act: z.literal(act) })
const category = z.enum(TEMPLATE_CATEGORIES)

export const templateActSchema = z.discriminatedUnion('act', [
  plain('pause'),
  plain('unpause'),
  plain('disable'),
  plain('reinstate'),
  plain('archive'),
  plain('unarchive'),
  plain('flag'),
  plain('lock'),
  plain('delete'),
  z.strictObject({ act: z.literal('recategorise'), category, impending: z.boolean().default(false) }),
  z.strictObject({ act: z.literal('detect_category'), category }),
  z.strictObject({ act: z.literal('quality'), score: z.enum(QUALITY_SCORES) }),
  z.strictObject({ act: z.literal('components'), components: componentsSchema }),
])

export type TemplateAct = z.output<typeof templateActSchema>

export const bulkSchema = z.strictObject({
  wabaId: z.string(),
  count: z.int().min(1).max(6000),
  namePrefix: z
    .string()
    .regex(/^[a-z0-9_]{1,100}$/, 'Use small letters, digits and underscores.')
    .default('generated'),
})

export const limitSchema = z.strictObject({ wabaId: z.string(), limit: z.literal(TEMPLATE_LIMITS) })
