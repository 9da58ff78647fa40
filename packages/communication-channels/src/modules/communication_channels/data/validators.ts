import { z } from 'zod'
import { outboundRequest } from '../lib/content/message-content.ts'

const uuid = z.uuid()
const limit = (standard: number) => z.coerce.number().int().min(1).max(100).default(standard)
/** Opaque to callers: a time and an id, the key of the last row seen. */
const cursor = z.string().max(200).optional()

export const conversationListQuery = z.object({
  channelId: uuid.optional(),
  unread: z.enum(['true', 'false']).optional(),
  cursor,
  limit: limit(30),
})
export const messageListQuery = z.object({ before: cursor, limit: limit(50) })
export const deliveryListQuery = z.object({
  outcome: z.enum(['pending', 'failed', 'unreadable', 'foreign', 'disabled', 'ignored']).optional(),
  cursor,
  limit: limit(50),
})
/** `replyToMessageId`: our id of the message to quote. */
export const sendMessageBody = z.strictObject({ content: outboundRequest, replyToMessageId: uuid.optional() })
export const idempotencyKeyHeader = z
  .string({
    error: 'Give the request an Idempotency-Key header, 1 to 128 characters, new for every message.',
  })
  .min(1)
  .max(128)

export const sendMessageInput = z.object({
  conversationId: uuid,
  idempotencyKey: idempotencyKeyHeader,
  content: outboundRequest,
  replyToMessageId: uuid.nullable().default(null),
  author: z.object({ userId: uuid, name: z.string().nullable() }).nullable(),
})
export type SendMessageInput = z.infer<typeof sendMessageInput>

export const markReadInput = z.object({ conversationId: uuid })
export type MarkReadInput = z.infer<typeof markReadInput>

export const registerChannelInput = z.object({
  tenantId: uuid,
  organizationId: uuid,
  providerKey: z.string().min(1).max(64),
  channelType: z.string().min(1).max(64),
  connectionId: uuid,
  externalIdentifier: z.string().min(1).max(200),
  accountIdentifier: z.string().max(200).nullable(),
  /** The business portfolio of the account. Null: not known, which takes nothing back. */
  portfolioIdentifier: z.string().min(1).max(200).nullable().default(null),
  address: z.string().max(64).nullable(),
  displayName: z.string().min(1).max(200),
})
export type RegisterChannelInput = z.infer<typeof registerChannelInput>

export const setChannelEnabledInput = z.object({
  tenantId: uuid,
  organizationId: uuid,
  channelId: uuid,
  isEnabled: z.boolean(),
})
export type SetChannelEnabledInput = z.infer<typeof setChannelEnabledInput>

const decisionReason = z.string().trim().min(1).max(500).nullable().default(null)
export const contactQuery = z.object({ phone: z.string().min(3).max(40) })
export const joinContactsBody = z.strictObject({ contactId: uuid, reason: decisionReason })
/** What is somebody else's: by name, or all that one merge brought in. */
export const splitContactBody = z
  .strictObject({
    identityIds: z.array(uuid).min(1).max(100).optional(),
    eventId: uuid.optional(),
    reason: decisionReason,
  })
  .refine(({ identityIds, eventId }) => (identityIds === undefined) !== (eventId === undefined), {
    error: 'Name either the identities, or the merge.',
    path: ['identityIds'],
  })

export const joinContactsInput = z.object({ contactId: uuid, otherId: uuid, reason: decisionReason })
export type JoinContactsInput = z.infer<typeof joinContactsInput>
export const splitContactInput = z.object({
  contactId: uuid,
  identityIds: z.array(uuid).optional(),
  eventId: uuid.optional(),
  reason: decisionReason,
})
export type SplitContactInput = z.infer<typeof splitContactInput>
export const revokeDecisionInput = z.object({ decisionId: uuid })
export type RevokeDecisionInput = z.infer<typeof revokeDecisionInput>
