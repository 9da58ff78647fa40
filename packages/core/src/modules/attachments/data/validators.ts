import { z } from 'zod'

/** PostgreSQL takes no NUL in text. */
const name = z.string().regex(/^[^\0]{1,200}$/, 'Between 1 and 200 characters, none of them NUL.')
const MAX_PIXELS = 2000
const pixels = z.coerce.number().int().min(1).max(MAX_PIXELS)

/** The record that files belong to, such as `sales:order` and its id. */
export const recordSchema = z.object({ entityId: name, recordId: name })
export const deleteQuerySchema = z.object({ id: z.uuid() })
export const imageSizeSchema = z
  .object({ width: pixels.optional(), height: pixels.optional() })
  .transform(({ width, height }) => {
    const other = width || height ? MAX_PIXELS : 1024
    return { width: width ?? other, height: height ?? other }
  })

/** `fileName` and `mimeType` are what the sender claims. */
export const createAttachmentSchema = recordSchema.extend({
  tenantId: z.uuid(),
  organizationId: z.uuid(),
  fileName: z.string(),
  mimeType: z.string(),
  bytes: z.instanceof(Buffer),
})
export const deleteAttachmentSchema = z.object({
  id: z.uuid(),
  tenantId: z.uuid().nullable(),
  organizationId: z.uuid().nullable(),
})

export type CreateAttachmentInput = z.infer<typeof createAttachmentSchema>
export type DeleteAttachmentInput = z.infer<typeof deleteAttachmentSchema>
