import { z } from 'zod'

/** PostgreSQL takes no NUL in text. */
const integrationId = z.string().regex(/^[^\0]{1,200}$/, 'Between 1 and 200 characters, none of them NUL.')
const scope = { tenantId: z.uuid(), organizationId: z.uuid() }

export const stateBodySchema = z.object({ isEnabled: z.boolean('Say true or false.') })
export const versionBodySchema = z.object({ apiVersion: z.string('Choose a version.').min(1).max(50) })
export const credentialsBodySchema = z.object({
  credentials: z.record(z.string(), z.unknown(), 'Send the values as an object.'),
})

export const updateStateSchema = stateBodySchema.extend({ ...scope, integrationId })
export const updateVersionSchema = versionBodySchema.extend({ ...scope, integrationId })
export const saveCredentialsSchema = credentialsBodySchema.extend({ ...scope, integrationId })

export type UpdateStateInput = z.infer<typeof updateStateSchema>
export type UpdateVersionInput = z.infer<typeof updateVersionSchema>
export type SaveCredentialsInput = z.infer<typeof saveCredentialsSchema>

export const logsQuerySchema = z.object({
  integrationId: integrationId.optional(),
  level: z.enum(['info', 'warn', 'error']).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
})
