import { z } from 'zod'
import { RECIPIENT_STATES } from '../lib/batches/recipient-state.ts'
import { line, longText } from '../lib/content/bounds.ts'
import { isFreeForm, outboundRequest } from '../lib/content/message-content.ts'
import { templateParameters } from '../lib/content/template.ts'
import { WINDOW_FILTERS } from '../lib/conversations/window-filter.ts'
import { PRIORITIES } from '../lib/outbox/lane.ts'
import { notificationIntent } from '../lib/policy/notification-intent.ts'

/** As the database writes it: answers are matched with what was asked. */
const uuid = z.uuid().toLowerCase()
const limit = (standard: number) => z.coerce.number().int().min(1).max(100).default(standard)
/** Opaque to callers: a time and an id, the key of the last row seen. */
const cursor = z.string().max(200).optional()

export const conversationListQuery = z.object({
  channelId: uuid.optional(),
  unread: z.enum(['true', 'false']).optional(),
  /** How the customer-service window stands; `closing_soon` has those first that close first. */
  window: z.enum(WINDOW_FILTERS).optional(),
  cursor,
  limit: limit(30),
})
export const messageListQuery = z.object({ before: cursor, limit: limit(50) })
const moment = z.iso.datetime({ offset: true })
const NO_FALLBACK = { path: ['fallbackText'], error: 'Text has no fallback: it is text already.' }
const hasUseForFallback = ({
  content,
  fallbackText,
}: {
  content?: { type: string }
  fallbackText?: unknown
}) => !fallbackText || (content !== undefined && content.type !== 'text')

const ONE_INTENT = { path: ['content'], error: 'Give either a content or a notification.' }
const hasOneIntent = ({ content, notification }: { content?: unknown; notification?: unknown }) =>
  (content === undefined) !== (notification === undefined)
const ITS_OWN_PURPOSE = { path: ['purpose'], error: 'A template has its purpose by itself.' }
const hasNoOtherPurpose = ({ content, purpose }: { content?: { type: string }; purpose?: unknown }) =>
  purpose === undefined || (content !== undefined && isFreeForm(content))

/** What is asked for: this content, or a notification for which the policy picks the form. */
const intent = {
  content: outboundRequest.optional(),
  notification: notificationIntent.optional(),
  /** Of free content: for what it is. A template has its own. */
  purpose: z.enum(['service', 'utility', 'marketing']).optional(),
  /** When the person asked for it: the basis of a code, and for ten minutes. */
  requestedAt: moment.optional(),
}

/**
 * `replyToMessageId`: our id of the message to quote. `scheduledAt`: not before then; a time that has passed means now.
 * `fallbackText`: goes out instead where the provider refuses the form of the content.
 */
export const sendMessageBody = z
  .strictObject({
    ...intent,
    replyToMessageId: uuid.optional(),
    scheduledAt: moment.optional(),
    fallbackText: longText.optional(),
  })
  .refine(hasOneIntent, ONE_INTENT)
  .refine(hasNoOtherPurpose, ITS_OWN_PURPOSE)
  .refine(hasUseForFallback, NO_FALLBACK)

export const explainBody = z
  .strictObject({ ...intent, scheduledAt: moment.optional() })
  .refine(hasOneIntent, ONE_INTENT)
  .refine(hasNoOtherPurpose, ITS_OWN_PURPOSE)
export const idempotencyKeyHeader = z
  .string({
    error: 'Give the request an Idempotency-Key header, 1 to 128 characters, new for every message.',
  })
  .min(1)
  .max(128)
  // Those of messages that the hub makes by itself: in a batch, of an unknown one that is sent again, about consent.
  .refine((key) => !/^(batch|resend|consent):/.test(key), {
    error: 'An Idempotency-Key does not begin with “batch:”, “resend:” or “consent:”. Use another one.',
  })

const author = z.object({ userId: uuid, name: z.string().nullable() }).nullable()

const messageInput = z.object({
  conversationId: uuid,
  idempotencyKey: idempotencyKeyHeader,
  ...intent,
  replyToMessageId: uuid.nullable().default(null),
  author,
  /** Absent: `person` where somebody wrote it, else `automatic`. */
  lane: z.enum(['person', 'automatic', 'bulk']).optional(),
  /** Absent: that of its lane. */
  priority: z.enum(PRIORITIES).optional(),
  scheduledAt: moment.nullish(),
  fallbackText: longText.nullish(),
})
export const sendMessageInput = messageInput
  .refine(hasOneIntent, ONE_INTENT)
  .refine(hasNoOtherPurpose, ITS_OWN_PURPOSE)
  .refine(hasUseForFallback, NO_FALLBACK)
export type SendMessageInput = z.infer<typeof sendMessageInput>

export const cancelMessageInput = z.object({ messageId: uuid })
export type CancelMessageInput = z.infer<typeof cancelMessageInput>

export const unsettledListQuery = z.object({ channelId: uuid.optional(), cursor, limit: limit(50) })
/** `resend`: as a new message. `leave`: as it is, whatever became of it. */
export const settleMessagesBody = z.strictObject({
  messageIds: z
    .array(uuid)
    .min(1)
    .max(200)
    .transform((ids) => [...new Set(ids)]),
  as: z.enum(['resend', 'leave']),
})
export const settleMessagesInput = settleMessagesBody.extend({ author })
export type SettleMessagesInput = z.infer<typeof settleMessagesInput>

const recipient = z
  .strictObject({
    conversationId: uuid.optional(),
    phone: z.string().trim().min(1).max(40).optional(),
    /** Over those of the template. */
    parameters: templateParameters.optional(),
  })
  .refine(({ conversationId, phone }) => (conversationId === undefined) !== (phone === undefined), {
    path: ['conversationId'],
    error: 'Name either a conversation or a phone number.',
  })
export type BatchRecipient = z.infer<typeof recipient>

export const MOST_RECIPIENTS = 10_000
/** So many are told of. A million complaints would keep every other request waiting for seconds. */
const MOST_WRONG = 10
const recipients = z.preprocess(upToTheWrong, z.array(recipient).min(1).max(MOST_RECIPIENTS))

function upToTheWrong(given: unknown): unknown {
  if (!Array.isArray(given)) return given
  const looked = given.slice(0, MOST_RECIPIENTS + 1)
  let wrong = 0
  const last = looked.findIndex((one) => !recipient.safeParse(one).success && ++wrong === MOST_WRONG)
  return last === -1 ? looked : looked.slice(0, last + 1)
}

export const sendBatchBody = z
  .strictObject({
    name: line(1, 200),
    channelId: uuid,
    content: outboundRequest,
    /** Of free content: for what it is. Absent: marketing, because what goes to many is no answer. */
    purpose: z.enum(['service', 'utility', 'marketing']).optional(),
    scheduledAt: moment.optional(),
    fallbackText: longText.optional(),
    recipients,
  })
  .refine(hasNoOtherPurpose, ITS_OWN_PURPOSE)
  .refine(hasUseForFallback, NO_FALLBACK)
  .refine(({ content }) => content.type !== 'reaction', {
    path: ['content', 'type'],
    error: 'A reaction stands on one message, so it cannot go to many people.',
  })
  .refine(
    ({ content, recipients }) =>
      content.type === 'template' || recipients.every(({ parameters }) => parameters === undefined),
    { path: ['recipients'], error: 'Only a template has parameters.' },
  )
export const sendBatchInput = z.object({ batch: sendBatchBody, idempotencyKey: idempotencyKeyHeader, author })
export type SendBatchInput = z.infer<typeof sendBatchInput>

export const steerBatchInput = z.object({ batchId: uuid })
export type SteerBatchInput = z.infer<typeof steerBatchInput>

export const batchListQuery = z.object({ cursor, limit: limit(30) })
export const recipientListQuery = z.object({
  state: z.enum(RECIPIENT_STATES).optional(),
  /** The position of the last one seen. */
  cursor: z.coerce.number().int().min(0).max(MOST_RECIPIENTS).optional(),
  limit: limit(100),
})

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
export const blockContactBody = z.strictObject({ reason: decisionReason })
export const blockContactInput = z.object({ contactId: uuid, reason: decisionReason })
export type BlockContactInput = z.infer<typeof blockContactInput>
export const unblockContactInput = z.object({ contactId: uuid })
export type UnblockContactInput = z.infer<typeof unblockContactInput>
export const revokeDecisionInput = z.object({ decisionId: uuid })
export type RevokeDecisionInput = z.infer<typeof revokeDecisionInput>
