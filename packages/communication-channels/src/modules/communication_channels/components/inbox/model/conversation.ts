import type { TemplateCandidate } from '../../../lib/adapter/template-candidate.ts'
import type { WindowView } from '../../../lib/conversations/window-view.ts'
import type { DecisionView } from '../../../lib/policy/decision-view.ts'

/** A conversation as `GET /api/communication_channels/conversations` returns it. Times are ISO strings in UTC. */
export type Conversation = {
  id: string
  channel: Channel
  /** Nobody may write to somebody who is blocked. */
  contact: Contact & { isBlocked: boolean }
  lastMessageAt: string | null
  lastMessage: LastMessage | null
  unreadCount: number
  window: WindowView
  createdAt: string
  updatedAt: string
}

export type Channel = {
  id: string
  displayName: string
  address: string | null
  providerKey: string
  channelType: string
  isEnabled: boolean
  /** Sending from it is paused after too much went wrong, or tried again. Only `GET /channels` says so. */
  circuit?: Circuit | null
}

export type Circuit = { state: 'open' | 'half_open'; reason: string; retryAt: string | null }

export type Contact = {
  id: string
  displayName: string | null
  phone: string | null
  username: string | null
  userId: string | null
}

export type LastMessage = {
  direction: 'inbound' | 'outbound'
  contentType: string
  preview: string
  /** A sound that was spoken into the phone. */
  isVoice: boolean
  status: string | null
}

/** How long the business may still answer in its own words. `isRequired: false` means the channel has no such rule. */
export type ConversationWindow = Pick<WindowView, 'isRequired' | 'isOpen' | 'expiresAt'>

/** What the policy says before anybody types: about the own words, and about a template of each purpose. */
export type ConversationPolicy = {
  freeForm: DecisionView
  utility: DecisionView
  marketing: DecisionView
  authentication: DecisionView
  /** What could take up the conversation again after its window closed. */
  reengagement: TemplateCandidate | null
}

/** The best name for the person at the other end, or null where the channel told us nothing but an opaque id. */
export function contactName(contact: Contact): string | null {
  return contact.displayName || (contact.username ? `@${contact.username}` : null) || contact.phone
}

/** What identifies the person beside the name: number and username, without repeating the name itself. */
export function contactAddresses(contact: Contact): string[] {
  const name = contactName(contact)
  return [contact.phone, contact.username ? `@${contact.username}` : null].filter(
    (address): address is string => Boolean(address) && address !== name,
  )
}
