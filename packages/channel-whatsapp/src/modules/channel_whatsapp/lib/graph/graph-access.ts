import { z } from 'zod'
import { DEFAULT_API_VERSION } from '../provider.ts'

/** Of the credentials, what a call of Graph takes. */
export const graphAccessOf = z.object({
  accessToken: z.string(),
  apiVersion: z.string().default(DEFAULT_API_VERSION),
})
