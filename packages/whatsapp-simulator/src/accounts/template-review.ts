import { z } from 'zod'

/** Who judges a template that is sent in: a person on the simulator's own page, or a few rules after a while. */
export const templateReviewSchema = z.strictObject({
  mode: z.enum(['by_hand', 'by_rule']),
  delayMs: z
    .int()
    .min(0)
    .max(24 * 60 * 60 * 1000),
})

export type TemplateReview = z.infer<typeof templateReviewSchema>

export const reviewByHand: TemplateReview = { mode: 'by_hand', delayMs: 4000 }
