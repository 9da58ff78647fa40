import { z } from 'zod'
import { INTERVAL } from '../lib/interval.ts'

/** Tenant and organization are given exactly where the scope names them. */
export const scheduleRegistrationSchema = z
  .object({
    id: z.uuid(),
    name: z.string().min(1).max(200),
    scopeType: z.enum(['system', 'organization', 'tenant']),
    tenantId: z.uuid().nullish(),
    organizationId: z.uuid().nullish(),
    scheduleType: z.literal('interval', { error: 'Only intervals can be scheduled.' }),
    scheduleValue: z.string().regex(INTERVAL, 'An interval is a number and s, m, h or d, such as 15m.'),
    targetType: z.literal('queue', { error: 'Only queues can be the target of a schedule.' }),
    targetQueue: z.string().min(1),
    targetPayload: z.record(z.string(), z.unknown()).nullish(),
    sourceType: z.enum(['user', 'module']).optional(),
    sourceModule: z.string().optional(),
    isEnabled: z.boolean().optional(),
  })
  .refine(({ scopeType, tenantId }) => scopeType === 'system' || Boolean(tenantId), {
    path: ['tenantId'],
    error: 'This scope needs a tenant.',
  })
  .refine(({ scopeType, organizationId }) => scopeType !== 'organization' || Boolean(organizationId), {
    path: ['organizationId'],
    error: 'This scope needs an organization.',
  })

export type ScheduleRegistration = z.input<typeof scheduleRegistrationSchema>
