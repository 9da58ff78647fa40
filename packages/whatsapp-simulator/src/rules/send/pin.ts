import { z } from 'zod'
import { wamid } from './parts.ts'

/** A message is pinned for so many days, or its pin taken away. */
export const pin = z.strictObject({
  type: z.enum(['pin', 'unpin']),
  message_id: wamid,
  expiration_days: z.coerce.number().int().min(1).max(30).optional(),
})
