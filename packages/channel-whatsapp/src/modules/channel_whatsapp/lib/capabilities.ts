import type { ChannelCapabilities } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter'
import { mediaRules } from './media/media-rules.ts'

/** What works through this adapter today; it grows with the kinds of content that the hub can carry. */
export const capabilities: ChannelCapabilities = {
  threading: true,
  richText: false,
  fileSharing: true,
  maxFileSize: mediaRules.document.maxBytes,
  supportedMimeTypes: [...mediaRules.document.mimeTypes],
  readReceipts: true,
  deliveryReceipts: true,
  typingIndicators: true,
  reactions: true,
  multiReactionPerUser: false,
  // Meta's Cloud API has no way to edit or delete what a business sent.
  editMessage: false,
  deleteMessage: false,
  presence: false,
  richBlocks: false,
  interactiveComponents: true,
  inlineImages: false,
  conversationHistory: false,
  contactCards: true,
  locationSharing: true,
  voiceNotes: true,
  stickers: true,
  supportedBodyFormats: ['text'],
  maxBodyLength: 4096,
  realtimePush: true,
}
