import { z } from 'zod'

export const errorSchema = z.object({
  error: z.string(),
  code: z.string(),
  action: z.string().optional(),
  fieldErrors: z.record(z.string(), z.string()).optional(),
})

const timestamp = z.iso.datetime().nullable()

export const stateSchema = z.object({
  isEnabled: z.boolean(),
  apiVersion: z.string().nullable(),
  reauthRequired: z.boolean(),
  lastHealthStatus: z.string().nullable(),
  lastHealthCheckedAt: timestamp,
  lastHealthLatencyMs: z.number().int().nullable().describe('milliseconds'),
  updatedAt: timestamp,
})

export const maskedCredentialsSchema = z.object({
  credentials: z.record(z.string(), z.unknown()).describe('Secrets are masked'),
  secretFieldsConfigured: z.array(z.string()),
  hasCredentials: z.boolean(),
})

export const cardSchema = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string().nullable(),
  icon: z.string().nullable(),
  category: z.string().nullable(),
  providerKey: z.string().nullable(),
  isEnabled: z.boolean(),
  health: z.object({ status: z.string(), checkedAt: timestamp }).nullable(),
  hasCredentials: z.boolean(),
})

export const detailSchema = maskedCredentialsSchema.extend({
  integration: z
    .record(z.string(), z.unknown())
    .describe("The integration's definition without its functions"),
  state: stateSchema,
})

export const healthSchema = z.object({
  status: z.enum(['healthy', 'degraded', 'unhealthy', 'unconfigured']),
  message: z.string().optional(),
  details: z.record(z.string(), z.unknown()).optional(),
  latencyMs: z.number().nullable(),
  checkedAt: z.iso.datetime(),
})

export const logPageSchema = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      integrationId: z.string(),
      level: z.enum(['info', 'warn', 'error']),
      message: z.string(),
      code: z.string().nullable(),
      payload: z.record(z.string(), z.unknown()).nullable(),
      createdAt: z.iso.datetime(),
    }),
  ),
  total: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
  totalPages: z.number().int(),
})
