import type { LocationContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/location'
import { z } from 'zod'
import { told } from '../meta-values.ts'

const location = z.object({
  latitude: z.number(),
  longitude: z.number(),
  name: told,
  address: told,
  url: told,
})

export function readLocation(part: unknown): LocationContent | null {
  const { data } = location.safeParse(part)
  return data ? { type: 'location', ...data } : null
}
