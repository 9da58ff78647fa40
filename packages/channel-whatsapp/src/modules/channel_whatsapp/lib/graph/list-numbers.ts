import { z } from 'zod'
import type { GraphAccess } from '../credentials.ts'
import { listAll } from './list-all.ts'

const FIELDS = 'id,display_phone_number,verified_name,quality_rating,status'

const graphNumber = z.object({
  id: z.string(),
  display_phone_number: z.string(),
  verified_name: z.string().nullish(),
  quality_rating: z.string().nullish(),
})
export type GraphNumber = z.infer<typeof graphNumber>

/** The numbers of a WhatsApp Business Account. */
export function listNumbers(access: GraphAccess, businessAccountId: string): Promise<GraphNumber[]> {
  return listAll(access, `${businessAccountId}/phone_numbers?fields=${FIELDS}`, graphNumber)
}
