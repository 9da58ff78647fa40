import { z } from 'zod'

/** What a message carries beside its content. Which message it quotes is a column of its own. */
export const messageContext = z.object({
  forwarded: z.enum(['once', 'often']).optional(),
  /** The product page from which the customer wrote. */
  product: z.object({ catalogId: z.string().optional(), productId: z.string() }).optional(),
  /** The ad or post that the customer came from. */
  referral: z
    .object({
      sourceType: z.string().optional(),
      sourceId: z.string().optional(),
      sourceUrl: z.string().optional(),
      headline: z.string().optional(),
      body: z.string().optional(),
      mediaType: z.string().optional(),
      mediaUrl: z.string().optional(),
      thumbnailUrl: z.string().optional(),
      clickId: z.string().optional(),
      welcomeText: z.string().optional(),
    })
    .optional(),
})
export type MessageContext = z.infer<typeof messageContext>
