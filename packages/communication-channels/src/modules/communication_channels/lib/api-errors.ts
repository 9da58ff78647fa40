import { z } from 'zod'

/** What every refusal looks like. */
export const errorBody = z.object({
  error: z.string(),
  code: z.string(),
  action: z.string().optional(),
  fieldErrors: z.record(z.string(), z.string()).optional(),
})

export const notFoundResponse = { status: 404, description: 'Not there, or not yours', schema: errorBody }
