import type { CallPermissionContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/answers'
import { z } from 'zod'
import { seconds } from '../meta-values.ts'

const permission = z.object({
  response: z.enum(['accept', 'reject']),
  is_permanent: z.boolean().nullish(),
  expiration_timestamp: seconds.nullish(),
  response_source: z.string().nullish(),
})

export function readCallPermission(part: unknown): CallPermissionContent | null {
  const { data } = permission.safeParse(part)
  if (!data) return null
  return {
    type: 'call_permission',
    isGranted: data.response === 'accept',
    isPermanent: data.is_permanent ?? false,
    expiresAt: data.expiration_timestamp?.toISOString() ?? null,
    isAutomatic: data.response_source === 'automatic',
  }
}
