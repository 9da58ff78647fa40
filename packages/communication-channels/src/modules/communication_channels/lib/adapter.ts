import type { ReactionContent } from './content/companions.ts'
import type { MessageContent, OutboundContent, OutboundRequest } from './content/message-content.ts'
import type { Db } from './db.ts'
import type { AccountEvent, DeliveryEvent, StatusError } from './delivery-event.ts'
import type { TenantEncryptionService } from './encryption-service.ts'
import type { MediaRules } from './files/sendable/media-rules.ts'

/**
 * What a provider offers the hub. The required part is Open Mercato's own contract, so an adapter written for it
 * works here; the optional methods are what chat channels need beyond it.
 */
export interface ChannelAdapter {
  readonly providerKey: string
  readonly channelType: string
  readonly capabilities: ChannelCapabilities
  /** Numbers the policy asks for. Absent: no window. */
  readonly rules?: ChannelRules

  sendMessage(input: SendMessageInput): Promise<SendMessageResult>
  /** Verifies and reads one delivery. Must throw where it cannot be verified. */
  verifyWebhook(input: VerifyWebhookInput): Promise<InboundMessage>
  getStatus(input: GetMessageStatusInput): Promise<ProviderMessageStatus>
  convertOutbound(input: ConvertOutboundInput): Promise<ChannelNativeContent>
  normalizeInbound(message: InboundMessage): Promise<NormalizedInboundMessage>

  /** The secrets of one connection. Absent: the integration `channel_<providerKey>` has them. */
  resolveCredentials?(input: ConnectionInput): Promise<Record<string, unknown> | null>
  /** Reads a whole delivery into events; throws `UnreadableDelivery`. Absent: one message by `normalizeInbound`. */
  readDelivery?(body: Uint8Array): DeliveryEvent[]
  /** Checks what is asked for against what the provider knows, and fills in what the customer will read. */
  prepareContent?(input: PrepareContentInput): Promise<OutboundContent>
  /** Sends typed content and says which of the three outcomes it was. Absent: `convertOutbound`, `sendMessage`. */
  sendContent?(input: SendContentInput): Promise<SendOutcome>
  /** The bytes of a file that a customer sent. Throws `MediaError`. */
  downloadMedia?(input: DownloadMediaInput): Promise<DownloadedMedia>
  /** Hands a file over once, so that messages from this number may name it. Throws `MediaError`. */
  uploadMedia?(input: UploadMediaInput): Promise<UploadedMedia>
  /** Tells the customer that their message was read; `isTyping` also shows that an answer is being written. */
  markRead?(input: MarkReadInput): Promise<void>
  /** Applies what deliveries said about accounts, numbers and templates to the adapter's own rows; repeatable. */
  applyAccountEvents?(input: ApplyAccountEventsInput): Promise<void>

  /** How fast messages may leave from this number now. Asked again and again, so it reads what is known already. */
  paceOf?(input: ConnectionInput): Promise<SendPace>
  /** What messages may leave from, by one set of secrets. */
  listSenders?(input: ListSendersInput): Promise<SenderInfo[]>

  /** Open Mercato's own way to react; needed where `capabilities.reactions` is true. */
  sendReaction?(input: ReactionInput): Promise<void>
  removeReaction?(input: ReactionInput): Promise<void>
}

export interface TenantScope {
  tenantId: string
  organizationId: string
}

/** Services of the host, by their name in its container. */
export type Resolve = <T>(name: string) => T

export interface ChannelCapabilities {
  threading: boolean
  richText: boolean
  fileSharing: boolean
  maxFileSize?: number
  supportedMimeTypes?: string[]
  readReceipts: boolean
  deliveryReceipts: boolean
  typingIndicators: boolean
  reactions: boolean
  multiReactionPerUser: boolean
  editMessage: boolean
  deleteMessage: boolean
  presence: boolean
  richBlocks: boolean
  interactiveComponents: boolean
  inlineImages: boolean
  conversationHistory: boolean
  contactCards: boolean
  locationSharing: boolean
  voiceNotes: boolean
  stickers: boolean
  supportedBodyFormats: ('text' | 'markdown' | 'html')[]
  maxBodyLength?: number
  realtimePush?: boolean
}

export interface ChannelRules {
  /** How long free-form messages stay allowed after the customer last wrote, in milliseconds. */
  windowMs: number
  /** How old a message may be that one reacts to, in milliseconds. Absent: any age. */
  reactionWithinMs?: number
  /** What files each kind of message may carry. Absent: anything. */
  media?: MediaRules
  /** To one person a message every `spacingMs`; up to `burst` at once, borrowed from later. Absent: no such rule. */
  pair?: { spacingMs: number; burst: number }
}

export interface SendPace {
  /** Messages a second from this number. Null: as fast as it goes. */
  perSecond: number | null
  /** Different people a day whom the portfolio may write to outside their window. Null: any number. */
  newPeoplePerDay: number | null
}

/**
 * Who or what stands behind a refusal.
 *
 * message    what it says, or whom it is for: another message may pass
 * form       its kind or shape: the same words in another form may pass
 * rate       too much in too short a time
 * account    the credentials, or a restriction of the number or account: nothing passes until somebody acts
 * provider   trouble at the provider, or on the way there
 */
export type SendBlame = 'message' | 'form' | 'rate' | 'account' | 'provider'

/** A number or account of the business, as the provider names it. */
export interface ChannelAddress {
  channelId: string
  connectionId: string
  externalIdentifier: string
  accountIdentifier: string | null
}

export interface ConnectionInput {
  scope: TenantScope
  channel: ChannelAddress
  resolve: Resolve
}

export interface PrepareContentInput extends ConnectionInput {
  recipient: Recipient
  /** A reaction comes with the provider's id of its message already. */
  content: Exclude<OutboundRequest, { type: 'reaction' }> | ReactionContent
}

export interface SendContentInput {
  scope: TenantScope
  channel: ChannelAddress
  credentials: Record<string, unknown>
  recipient: Recipient
  content: OutboundContent
  /** The provider's id of the message that this one quotes. */
  replyToExternalId: string | null
  /** Which attempt this is, from 1. */
  attempt: number
  resolve: Resolve
  /** Our message's id. The provider gives it back in statuses, which settles attempts whose answer was lost. */
  callbackData: string
}

/** Where to answer: the identities as the provider last gave them. At least one is there. */
export interface Recipient {
  phone: string | null
  userId: string | null
}

/**
 * sent      the provider has the message and named it
 * not_sent  it surely did not go out; `retryable` where the same call may succeed later
 * unknown   it may have gone out: never sent again without a person's word
 */
export type SendOutcome =
  | { outcome: 'sent'; externalMessageId: string; hold?: SendHold | null }
  | {
      outcome: 'not_sent'
      error: SendError
      retryable: boolean
      retryAfterMs: number | null
      /** Absent: `message`. */
      blame?: SendBlame
    }
  | { outcome: 'unknown'; error: SendError }

/** Taken by the provider, and kept back for the moment. */
export type SendHold = 'quality_assessment' | 'paused'

export type SendError = StatusError

export interface DownloadMediaInput {
  scope: TenantScope
  channel: ChannelAddress
  credentials: Record<string, unknown>
  /** As the delivery told it: the provider's id, its own link, or both. */
  media: { id: string | null; link: string | null }
  /** More than this is not read: `too_large`. */
  maxBytes: number
}

export interface DownloadedMedia {
  bytes: Uint8Array
  /** As the provider says; what it really is, the hub finds out from the bytes. */
  mimeType: string | null
}

export interface UploadMediaInput {
  scope: TenantScope
  channel: ChannelAddress
  credentials: Record<string, unknown>
  file: { bytes: Uint8Array; mimeType: string; fileName: string }
}

export interface UploadedMedia {
  externalMediaId: string
  /** From when on a message may not name it any more. Null: for ever. */
  expiresAt: Date | null
}

/**
 * A file could not be had or handed over. `retryable` where the same call may succeed later; else a person has to do
 * something, as `action` says.
 */
export class MediaError extends Error {
  override readonly name = 'MediaError'
  readonly code: string
  readonly action: string | null
  readonly retryable: boolean
  readonly retryAfterMs: number | null

  constructor(
    code: string,
    message: string,
    about: { action?: string | null; retryable: boolean; retryAfterMs?: number | null },
  ) {
    super(message)
    this.code = code
    this.action = about.action ?? null
    this.retryable = about.retryable
    this.retryAfterMs = about.retryAfterMs ?? null
  }
}

export interface MarkReadInput {
  scope: TenantScope
  channel: ChannelAddress
  credentials: Record<string, unknown>
  externalMessageId: string
  isTyping: boolean
}

export interface ApplyAccountEventsInput {
  /** The transaction in which the deliveries are applied. */
  db: Db
  scope: TenantScope
  connectionId: string
  /** Of one connection, in the order of their deliveries; `channelId` where an event names a number of ours. */
  events: { event: AccountEvent; channelId: string | null; receivedAt: Date }[]
  encryption: TenantEncryptionService
}

export interface ListSendersInput {
  credentials: Record<string, unknown>
  scope: TenantScope
}

export interface SenderInfo {
  id: string
  displayName?: string
  /** As people know it: a number, an address. */
  identifier?: string
}

export interface ReactionInput {
  externalMessageId: string
  conversationId: string
  emoji: string
  credentials: Record<string, unknown>
  scope: TenantScope
}

export interface SendMessageInput {
  conversationId?: string
  content: { text?: string; html?: string; bodyFormat?: string; attachments?: unknown[]; raw?: unknown }
  credentials: Record<string, unknown>
  scope: TenantScope
  metadata?: Record<string, unknown>
}

export interface SendMessageResult {
  externalMessageId: string
  conversationId?: string
  status: 'sent' | 'queued' | 'failed'
  error?: string
  metadata?: Record<string, unknown>
}

export interface VerifyWebhookInput {
  rawBody: string
  headers: Record<string, string>
  credentials: Record<string, unknown>
  scope: TenantScope
}

export interface InboundMessage {
  raw: unknown
  eventType?: 'message' | 'reaction' | 'status_update' | 'other'
  metadata?: Record<string, unknown>
}

export interface GetMessageStatusInput {
  externalMessageId: string
  credentials: Record<string, unknown>
  scope: TenantScope
}

export interface ProviderMessageStatus {
  status: 'pending' | 'sent' | 'delivered' | 'read' | 'failed'
  deliveredAt?: Date
  readAt?: Date
  error?: string
}

export interface ConvertOutboundInput {
  body: string
  bodyFormat: 'text' | 'markdown' | 'html'
  attachments?: unknown[]
  channelMetadata?: Record<string, unknown>
}

export interface ChannelNativeContent {
  content: SendMessageInput['content']
  metadata?: Record<string, unknown>
}

export interface NormalizedInboundMessage {
  externalMessageId: string
  externalConversationId: string
  senderIdentifier: string
  senderDisplayName?: string
  body: string
  bodyFormat: 'text' | 'markdown' | 'html'
  timestamp: Date
  replyToExternalId?: string
  channelPayload: unknown
  channelContentType: string
  channelMetadata?: Record<string, unknown>
}

export type { MessageContent }
