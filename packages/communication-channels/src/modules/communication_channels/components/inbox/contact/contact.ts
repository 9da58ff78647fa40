import type { Contact } from '../model/conversation.ts'

/** A contact as `GET /api/communication_channels/contacts/:id` returns it. Times are ISO strings in UTC. */
export type ContactDetail = {
  contact: Contact
  identities: Identity[]
  names: ContactName[]
  conversations: {
    id: string
    channelId: string
    channelName: string
    channelAddress: string | null
    lastMessageAt: string | null
  }[]
  events: ContactEvent[]
  decisions: Decision[]
}

export type Identity = {
  id: string
  kind: 'phone' | 'user_id'
  value: string | null
  since: string
  lastSeen: string
  /** Since when it is not theirs any more. */
  until: string | null
  /** When it was theirs, the latest first. */
  periods: { since: string; until: string | null }[]
  /** Who has the number now, where that is somebody else. */
  heldBy: Contact | null
}

export type ContactName = {
  kind: 'display_name' | 'username' | 'saved_name' | 'parent_user_id'
  value: string
  since: string
  lastSeen: string
}

export type ContactEvent = {
  id: string
  kind:
    | 'merged'
    | 'split'
    | 'phone_changed'
    | 'user_id_changed'
    | 'username_changed'
    | 'number_taken_over'
    | 'number_passed_on'
  reason: string
  /** What the colleague who decided it said. */
  note: string | null
  at: string
  /** Whom it is about besides. */
  other: Contact | null
  /** Who this one was before the other was joined with it, as long as they are one. */
  self: Contact | null
  from: string | null
  to: string | null
  decisionId: string | null
  actor: { id: string | null; name: string | null } | null
  canUndo: boolean
}

export type Decision = {
  id: string
  kind: 'together' | 'apart'
  reason: string | null
  at: string
  actor: { id: string | null; name: string | null } | null
}
