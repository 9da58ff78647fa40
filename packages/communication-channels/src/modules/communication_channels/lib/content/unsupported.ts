import { z } from 'zod'

/**
 * A kind that the provider knows and the hub does not yet, or that the provider itself cannot pass on. Kept with the
 * provider's payload whole, so that nothing a customer sent is lost.
 */
export const unsupportedContent = z.object({
  type: z.literal('unsupported'),
  /** What the provider calls it. */
  kind: z.string(),
  reason: z.string().nullable(),
  /** A caption or title, where there is one. */
  text: z.string().nullable(),
  payload: z.unknown(),
})
export type UnsupportedContent = z.infer<typeof unsupportedContent>
