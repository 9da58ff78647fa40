import { z } from 'zod'

export const seedTenantSchema = z.object({
  name: z.string().trim().min(1).max(200),
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use lower-case letters, digits and single dashes.')
    .max(63),
  organizationName: z.string().trim().min(1).max(200).optional(),
})

export type SeedTenantInput = z.infer<typeof seedTenantSchema>
