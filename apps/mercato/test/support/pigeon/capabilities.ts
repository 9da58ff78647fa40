import type { ChannelCapabilities } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter'

/** Words and marks on words; nothing else fits on a pigeon. */
export const pigeonCapabilities: ChannelCapabilities = {
  threading: true,
  richText: false,
  fileSharing: false,
  readReceipts: true,
  deliveryReceipts: true,
  typingIndicators: false,
  reactions: true,
  multiReactionPerUser: false,
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
}
