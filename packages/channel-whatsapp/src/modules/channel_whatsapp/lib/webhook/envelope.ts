import { z } from 'zod'
import { isRecord, seconds, toldId } from './read/meta-values.ts'

const record = z.custom<Record<string, unknown>>(isRecord)

// Every delivery passes these, and what follows for a message of text: compiled, they cost a fifth.

/** A change of one field. Kept open: it is read by its field, and what is not known is left alone. */
export const change = z.compile(z.object({ field: z.string(), value: record }))

/** The outside of a delivery. Its entries stay unread here, so that one odd entry does not cost the others. The
 * "Test" button of Meta's dashboard posts a change without its envelope. */
const envelope = z.compile(z.object({ object: z.string(), entry: z.array(z.unknown()) }))

/**
 * What a body is: the one thing on which reading it and taking switched-off numbers out of it have to agree. Null where
 * it is no webhook of WhatsApp.
 */
export function shapeOf(json: unknown): 'envelope' | 'change' | null {
  const { data } = envelope.safeParse(json)
  if (data && (data.entry.length === 0 || data.entry.some(hasChanges))) return 'envelope'
  return change.safeParse(json).success ? 'change' : null
}

export function hasChanges(account: unknown): account is { changes: unknown[] } {
  return isRecord(account) && Array.isArray(account.changes)
}

/** What is said of one account; its changes stay unread for the same reason. */
export const entry = z.compile(
  z.object({
    id: z.union([z.string(), z.number()]).transform(String).optional().catch(undefined),
    /** Of changes that are about accounts; messages have times of their own. */
    time: seconds.optional().catch(undefined),
    changes: z.array(z.unknown()),
  }),
)

/** Which number a change is about; handovers name it in a place of their own. */
export const addressee = z.compile(
  z.object({
    metadata: z.object({ phone_number_id: toldId, display_phone_number: toldId }).optional().catch(undefined),
    recipient: z.object({ phone_number_id: toldId }).optional().catch(undefined),
  }),
)
