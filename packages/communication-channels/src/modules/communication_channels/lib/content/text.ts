import { z } from 'zod'
import { longText } from './bounds.ts'

export const textRequest = z.strictObject({
  type: z.literal('text'),
  text: longText,
  /** Whether a link in it is shown with its picture and title. */
  hasLinkPreview: z.boolean().optional(),
})

/** Text as kept: customers may write longer ones than we may send. */
export const textContent = z.object({
  type: z.literal('text'),
  text: z.string(),
  hasLinkPreview: z.boolean().optional(),
})
export type TextContent = z.infer<typeof textContent>
