import { z } from 'zod'
import { shortText } from './bounds.ts'

/** WGS 84, in degrees. */
export const locationRequest = z.strictObject({
  type: z.literal('location'),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  name: shortText.optional(),
  address: shortText.optional(),
})

export const locationContent = z.object({
  type: z.literal('location'),
  latitude: z.number(),
  longitude: z.number(),
  name: z.string().optional(),
  address: z.string().optional(),
  url: z.string().optional(),
})
export type LocationContent = z.infer<typeof locationContent>
