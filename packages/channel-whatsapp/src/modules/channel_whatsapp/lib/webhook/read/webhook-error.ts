import { z } from 'zod'
import { toldOrOdd } from './meta-values.ts'

const webhookError = z.object({
  code: z.union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number),
  ]),
  title: toldOrOdd,
  message: toldOrOdd,
  error_data: z.object({ details: toldOrOdd }).optional().catch(undefined),
})
export type WebhookError = z.infer<typeof webhookError>

/** Odd ones are left out: whatever they stand beside can still be read. */
export const webhookErrors = z
  .array(webhookError.nullable().catch(null))
  .transform((errors) => errors.filter((error) => error !== null))
  .optional()
  .catch(undefined)

/** The most telling of Meta's words. */
export function wordsOf(error: WebhookError): string | null {
  return error.error_data?.details ?? error.message ?? error.title ?? null
}
