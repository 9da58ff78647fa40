import { z } from 'zod'

/** PostgreSQL takes no NUL in text. */
const name = z.string().regex(/^[^\0]{1,200}$/, 'Between 1 and 200 characters, none of them NUL.')

/** Ids of version 7 grow with time, so the id of the last row seen is the cursor. */
export const listActionsSchema = z.object({
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
  resourceKind: name.optional(),
  resourceId: name.optional(),
})

export type ListActionsInput = z.infer<typeof listActionsSchema>

export const actionSchema = z.object({
  id: z.uuid(),
  actorUserId: z.uuid().nullable(),
  actorName: z.string().nullable(),
  commandId: z.string(),
  actionLabel: z.string().nullable(),
  resourceKind: z.string().nullable(),
  resourceId: z.string().nullable(),
  changes: z.record(z.string(), z.unknown()).nullable(),
  createdAt: z.iso.datetime(),
})

export const actionPageSchema = z.object({ items: z.array(actionSchema), nextCursor: z.uuid().nullable() })
