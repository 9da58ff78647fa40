import { z } from 'zod'
import { faultsSchema } from '../world/faults.ts'

const username = z
  .string()
  .trim()
  .regex(/^[a-z0-9._]{3,35}$/, 'Use 3 to 35 small letters, digits, dots or underscores.')

export const phoneSchema = z
  .string()
  .transform((text) => text.replace(/[\s()-]/g, ''))
  .pipe(z.string().regex(/^\+[1-9]\d{6,14}$/, 'Write the phone with its country code, as +48601234567.'))

export const newCustomerSchema = z
  .object({
    name: z.string().trim().min(1).max(100),
    phone: phoneSchema.nullish(),
    username: username.nullish(),
  })
  .refine((customer) => customer.phone || customer.username, {
    message: 'Give a phone, a username, or both.',
    path: ['phone'],
  })

export const customerChangeSchema = z.object({
  name: z.string().trim().min(1).max(100).optional(),
  /** Null takes it away. */
  username: username.nullable().optional(),
  phoneHidden: z.boolean().optional(),
  marketingStopped: z.boolean().optional(),
  oldClient: z.boolean().optional(),
  online: z.boolean().optional(),
  block: z.string().optional(),
  unblock: z.string().optional(),
})

export type CustomerChange = z.infer<typeof customerChangeSchema>

export const openChatSchema = z.object({ customerId: z.string().min(1), phoneNumberId: z.string().min(1) })

export const faultsChangeSchema = faultsSchema.partial()

export const messagesQuerySchema = z.object({
  customerId: z.string().optional(),
  phoneNumberId: z.string().optional(),
  direction: z.enum(['inbound', 'outbound']).optional(),
  callbackData: z.string().optional(),
  /** Without it all of them come. */
  limit: z.coerce.number().int().min(1).max(5000).optional(),
  after: z.coerce.number().int().min(0).default(0),
})
