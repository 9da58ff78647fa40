import type { TemplatePolicy } from '@open-mercato/communication-channels/modules/communication_channels/components/inbox/composer/templatePolicy'
import type { ReactNode } from 'react'

/** What the hub's composer hands to a widget in its spot. */
export type ComposerContext = {
  conversationId: string
  channelId: string
  providerKey: string
  window: { isRequired: boolean; isOpen: boolean; expiresAt: string | null }
  policy: TemplatePolicy
  /** Rejects with the server's sentence (`message`) and what to do (`action`). */
  send: (content: TemplateToSend, terms?: { scheduledAt?: string }) => Promise<void>
  /** The clock that stands beside a button that sends. */
  sendLater: (isDisabled: boolean, onChoose: (scheduledAt: string) => void) => ReactNode
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
