import { z } from 'zod'

/** Nobody's password is longer; the bound keeps the hash function from being fed megabytes. */
const MAX_PASSWORD_LENGTH = 1024

export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email('Enter an e-mail address.').max(254, 'Enter an e-mail address.'))

export const loginSchema = z.object({
  email: emailSchema,
  password: z.string().min(1, 'Enter your password.').max(MAX_PASSWORD_LENGTH, 'This password is too long.'),
})

export type LoginInput = z.infer<typeof loginSchema>

export const seedUserSchema = z.object({
  tenantId: z.uuid(),
  organizationId: z.uuid(),
  email: emailSchema,
  name: z.string().trim().min(1).max(200).nullable().default(null),
  password: z.string().min(8).max(MAX_PASSWORD_LENGTH),
  roles: z.array(z.string().min(1)).min(1),
})

export type SeedUserInput = z.input<typeof seedUserSchema>
