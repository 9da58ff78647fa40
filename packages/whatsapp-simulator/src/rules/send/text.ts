import { z } from 'zod'
import { limitedText } from './parts.ts'

export const text = z.strictObject({ body: limitedText(4096), preview_url: z.boolean().optional() })
