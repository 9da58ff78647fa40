import { z } from 'zod'
import { line } from './bounds.ts'
import { mediaContent } from './media.ts'
import { textContent } from './text.ts'
import { unsupportedContent } from './unsupported.ts'

/*
 * What is said about another message and shown on it: a reaction, an edit, a withdrawal. Each is a message row of its
 * own that names its target by the provider's id, so it may come before its target, or twice. What a message shows is
 * worked out from its companions when it is read: the latest of each side counts.
 */

/** The provider's, as it came: what is kept has to be readable whatever is in it. */
const targetExternalId = z.string()

/** What may be asked for. An empty emoji takes the reaction back. */
export const reactionRequest = z.strictObject({
  type: z.literal('reaction'),
  /** Our id of the message. */
  messageId: z.uuid(),
  emoji: line(0, 32),
})

/** As it leaves, and as it comes; null: taken back. */
export const reactionContent = z.object({
  type: z.literal('reaction'),
  targetExternalId,
  emoji: z.string().nullable(),
})
export type ReactionContent = z.infer<typeof reactionContent>

/** The message as it reads now. */
export const editContent = z.object({
  type: z.literal('edit'),
  targetExternalId,
  content: z.discriminatedUnion('type', [textContent, mediaContent, unsupportedContent]),
})
export type EditContent = z.infer<typeof editContent>

export const revokeContent = z.object({ type: z.literal('revoke'), targetExternalId })
export type RevokeContent = z.infer<typeof revokeContent>
