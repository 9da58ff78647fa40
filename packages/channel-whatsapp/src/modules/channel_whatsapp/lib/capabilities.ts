import type { ChannelCapabilities } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter'

/** What works through this adapter today; it grows with the kinds of content that the hub can carry. */
export const capabilities: ChannelCapabilities = {
  threading: false,
  richText: false,
  fileSharing: false,
  readReceipts: true,
  deliveryReceipts: true,
  typingIndicators: false,
  reactions: false,
  multiReactionPerUser: false,
  // Meta's Cloud API has no way to edit or delete what a business sent.
  editMessage: false,
  deleteMessage: false,
  presence: false,
  richBlocks: false,
  interactiveComponents: false,
  inlineImages: false,
  conversationHistory: false,
  contactCards: false,
  locationSharing: false,
  voiceNotes: false,
  stickers: false,
  supportedBodyFormats: ['text'],
  maxBodyLength: 4096,
  realtimePush: true,
}
