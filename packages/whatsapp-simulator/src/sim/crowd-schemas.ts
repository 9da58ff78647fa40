import { z } from 'zod'
import { newCustomerSchema } from './sim-schemas.ts'

export const crowdSchema = z.object({ customers: z.array(newCustomerSchema).min(1).max(2000) })

export const crowdMessagesSchema = z.object({
  messages: z
    .array(
      z.object({
        customerId: z.string().min(1),
        phoneNumberId: z.string().min(1),
        text: z.string().min(1).max(4096),
        sentAt: z.iso.datetime({ offset: true }).optional(),
      }),
    )
    .min(1)
    .max(1000),
  /** In one delivery for each account, instead of as they fall together. */
  together: z.boolean().default(false),
})
