import { z } from 'zod'

/**
 * stored      it is in our rows, and this delivery brought it
 * known       it is in our rows, and something else brought it
 * missing     it is in none of our rows
 * foreign     about a number or account that is not the connection's
 * disabled    about a number that is switched off
 * ignored     understood by nobody, or kept nowhere
 * unreadable  the delivery as a whole
 */
const FACT_OUTCOMES = ['stored', 'known', 'missing', 'foreign', 'disabled', 'ignored', 'unreadable'] as const

const FACT_HINTS = [
  /** The delivery waits for its turn. */
  'waits',
  /** The delivery could not be applied. */
  'dead_letter',
  /** Applied, and not there: replaying it shows why. */
  'replay',
  /** A report about a message that nobody here knows. */
  'message_unknown',
] as const

/** One thing that a delivery says, in plain terms, and where it stands now. */
export const factView = z.object({
  kind: z.enum(['message', 'status', 'name', 'account', 'other', 'unreadable']),
  outcome: z.enum(FACT_OUTCOMES),
  hint: z.enum(FACT_HINTS).nullable(),
  /** The number it is about, where that is one of the connection's. */
  number: z.string().nullable(),
  at: z.iso.datetime().nullable(),
  direction: z.enum(['inbound', 'outbound']).nullable(),
  origin: z.enum(['live', 'device', 'history']).nullable(),
  /** What kind of message. */
  contentType: z.string().nullable(),
  /** Its words in one line. */
  preview: z.string().nullable(),
  /** Who, as the provider named them: a name, else a phone, else a user id. */
  who: z.string().nullable(),
  status: z.string().nullable(),
  /** What the provider says went wrong; or why the delivery cannot be read. */
  error: z.string().nullable(),
  /** As the provider calls it. */
  field: z.string().nullable(),
  /** The provider's id of the message. */
  externalId: z.string().nullable(),
  /** Ours, where it is stored. */
  messageId: z.uuid().nullable(),
  conversationId: z.uuid().nullable(),
})
export type FactView = z.infer<typeof factView>
