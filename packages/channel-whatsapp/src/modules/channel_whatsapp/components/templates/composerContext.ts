import type { TemplatePolicy } from '@open-mercato/communication-channels/modules/communication_channels/components/inbox/composer/templatePolicy'
import type { TemplateRequest } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/template'
import type { ReactNode } from 'react'

/** What the hub's composer hands to a widget in its spot. */
export type ComposerContext = {
  conversationId: string
  channelId: string
  providerKey: string
  /** Whom the message is for, as far as it is known. */
  contact: { displayName: string | null; phone: string | null }
  /** What the business calls itself on this number. */
  businessName: string | null
  window: { isRequired: boolean; isOpen: boolean; expiresAt: string | null }
  policy: TemplatePolicy
  /** Rejects with the server's sentence (`message`) and what to do (`action`). */
  send: (content: TemplateToSend, terms?: { scheduledAt?: string }) => Promise<void>
  /** The clock that stands beside a button that sends. */
  sendLater: (isDisabled: boolean, onChoose: (scheduledAt: string) => void) => ReactNode
  close: () => void
}

export type TemplateToSend = TemplateRequest
