import { z } from 'zod'

export const itemSchema = z.object({
  id: z.uuid(),
  url: z.string(),
  fileName: z.string(),
  fileSize: z.number().int(),
  mimeType: z.string(),
})

export const listedItemSchema = itemSchema.extend({ createdAt: z.iso.datetime() })

export const partitionSchema = z.object({
  id: z.uuid(),
  code: z.string(),
  title: z.string(),
  description: z.string().nullable(),
  isPublic: z.boolean(),
  requiresOcr: z.boolean(),
})

export const errorSchema = z.object({ error: z.string(), code: z.string(), action: z.string().optional() })
