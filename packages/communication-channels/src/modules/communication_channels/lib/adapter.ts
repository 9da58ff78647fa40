import type { ChannelAddress, ConnectionInput, TenantScope } from './adapter/connection-input.ts'
import type { DownloadedMedia, DownloadMediaInput, UploadedMedia, UploadMediaInput } from './adapter/media.ts'
import type {
  ChannelCapabilities,
  ChannelNativeContent,
  ConvertOutboundInput,
  GetMessageStatusInput,
  InboundMessage,
  ListSendersInput,
  NormalizedInboundMessage,
  ProviderMessageStatus,
  ReactionInput,
  SenderInfo,
  SendMessageInput,
  SendMessageResult,
  VerifyWebhookInput,
} from './adapter/open-mercato.ts'
import type { ChannelRules, SendPace } from './adapter/rules.ts'
import type { PrepareContentInput, Recipient, SendContentInput, SendOutcome } from './adapter/send-content.ts'
import type {
  DescribeTemplatesInput,
  NotificationInput,
  TemplateCandidate,
} from './adapter/template-candidate.ts'
import type { OutboundContent } from './content/message-content.ts'
import type { Db } from './db.ts'
import type { AccountEvent, DeliveryEvent } from './delivery-event.ts'
import type { TenantEncryptionService } from './encryption-service.ts'
import type { SenderHealth } from './policy/send-facts.ts'

/** What Open Mercato has under this path as well, so that an adapter written for it finds it here. */
export type { TenantScope } from './adapter/connection-input.ts'
export type {
  ChannelCapabilities,
  ChannelNativeContent,
  ConvertOutboundInput,
  GetMessageStatusInput,
  InboundMessage,
  ListSendersInput,
  MessageContent,
  NormalizedInboundMessage,
  SenderInfo,
  SendMessageInput,
  SendMessageResult,
  VerifyWebhookInput,
} from './adapter/open-mercato.ts'

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

  /** How templates stand, in the order in which they are named. Absent: the provider has no templates. */
  describeTemplates?(input: DescribeTemplatesInput): Promise<TemplateCandidate[]>
  /** What could carry a notification, the best language first. */
  templatesFor?(input: NotificationInput): Promise<TemplateCandidate[]>
  /** How the number and its account stand. Asked again and again, so it reads what is known already. */
  healthOf?(input: HealthInput): Promise<SenderHealth>
  /** In which country somebody is, by their user id alone: ISO 3166, null where it does not say. */
  regionOfUserId?(userId: string): string | null
  /** Has the provider keep somebody from writing to this number, or lets them again. Throws ChannelError. */
  setBlocked?(input: SetBlockedInput): Promise<void>

  /** How fast messages may leave from this number now. Asked again and again, so it reads what is known already. */
  paceOf?(input: ConnectionInput): Promise<SendPace>
  /** What messages may leave from, by one set of secrets. */
  listSenders?(input: ListSendersInput): Promise<SenderInfo[]>

  /** Open Mercato's own way to react; needed where `capabilities.reactions` is true. */
  sendReaction?(input: ReactionInput): Promise<void>
  removeReaction?(input: ReactionInput): Promise<void>
}

export interface HealthInput extends ConnectionInput {
  /** By the clock of who asks, which decides about what ends at that moment. */
  now: Date
}

export interface SetBlockedInput extends ConnectionInput {
  recipient: Recipient
  isBlocked: boolean
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
