/** A conversation as `GET /api/communication_channels/conversations` returns it. Times are ISO strings in UTC. */
export type Conversation = {
  id: string
  channel: Channel
  contact: Contact
  lastMessageAt: string | null
  lastMessage: LastMessage | null
  unreadCount: number
  window: ConversationWindow
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
export type ConversationWindow = { isRequired: boolean; isOpen: boolean; expiresAt: string | null }

/** What the send policy says about one kind of content. */
export type Decision =
  | { outcome: 'allow' }
  | { outcome: 'use_template' | 'refuse'; code: string; reason: string; action: string }

export type ConversationPolicy = { freeForm: Decision; template: Decision }

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
