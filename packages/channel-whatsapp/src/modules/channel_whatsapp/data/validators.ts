import { z } from 'zod'
import { whatsappCredentials } from '../lib/credentials.ts'

const name = z.string().trim().min(1).max(100)

export const addConnectionBody = whatsappCredentials.extend({ name })
/** What is left out, or left empty, stays as it is. */
export const changeConnectionBody = z
  .record(z.string(), z.unknown())
  .transform((body) =>
    Object.fromEntries(Object.entries(body).filter(([, value]) => value !== '' && value !== null)),
  )
  .pipe(addConnectionBody.partial())

export const switchNumberBody = z.object({ isEnabled: z.boolean() })
export const templateListQuery = z.object({
  channelId: z.uuid(),
  status: z.enum(['approved', 'all']).default('approved'),
})
export const timelineQuery = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})
export { businessProfileChange as profileBody } from '../lib/numbers/business-profile.ts'
export { numberAction as numberActionBody } from '../lib/numbers/number-action.ts'
export { webhookChange as webhookChangeBody } from '../lib/subscriptions/change-webhook.ts'
