import type { TemplatePolicy } from '@open-mercato/communication-channels/modules/communication_channels/components/inbox/composer/templatePolicy'

/** What the hub's composer hands to a widget in its spot. */
export type ComposerContext = {
  conversationId: string
  channelId: string
  providerKey: string
  window: { isRequired: boolean; isOpen: boolean; expiresAt: string | null }
  policy: TemplatePolicy
  /** Rejects with the server's sentence (`message`) and what to do (`action`). */
  send: (content: TemplateToSend) => Promise<void>
  close: () => void
}

export type TemplateToSend = {
  type: 'template'
  name: string
  language: string
  parameters: Partial<Record<'header' | 'body', Record<string, string>>> & {
    headerObject?: { type: 'image' | 'video' | 'document'; media: { fileId: string } }
  }
}
