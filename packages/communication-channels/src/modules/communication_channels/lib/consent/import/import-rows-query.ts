import { z } from 'zod'
import { TOLD_ROWS } from './list-rows.ts'

export const importRowsQuery = z.object({
  state: z.enum(TOLD_ROWS).default('faulty'),
  /** The line of the last one seen. */
  cursor: z.coerce.number().int().min(0).max(2_000_000_000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
