import type { LocationContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/location'
import { z } from 'zod'
import type { ContentKind } from './content-kind.ts'

export const location: ContentKind<LocationContent> = {
  limits: z.object({
    latitude: z.number().min(-90, 'The latitude is -90 at least.').max(90, 'The latitude is 90 at most.'),
    longitude: z
      .number()
      .min(-180, 'The longitude is -180 at least.')
      .max(180, 'The longitude is 180 at most.'),
  }),
  wire: wireLocation,
}

export function wireLocation({ latitude, longitude, name, address }: LocationContent) {
  return { latitude, longitude, ...(name ? { name } : {}), ...(address ? { address } : {}) }
}
