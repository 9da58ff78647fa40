// What Open Mercato's own contract hands over and asks back.
import type { TenantScope } from './connection-input.ts'

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

export interface SendMessageInput {
  conversationId?: string
  content: MessageContent
  credentials: Record<string, unknown>
  scope: TenantScope
  metadata?: Record<string, unknown>
}

export interface MessageContent {
  text?: string
  html?: string
  bodyFormat?: string
  attachments?: unknown[]
  raw?: unknown
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
  content: MessageContent
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
