import type { LocationContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/location'
import { z } from 'zod'
import { told } from '../meta-values.ts'

const degrees = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d{1,3}(\.\d{1,30})?$/)
    .transform(Number),
])

const location = z.object({
  latitude: degrees,
  longitude: degrees,
  name: told,
  address: told,
  url: told,
})

export function readLocation(part: unknown): LocationContent | null {
  const { data } = location.safeParse(part)
  return data ? { type: 'location', ...data } : null
}
