import { COMPANION_TYPES } from '../content/kinds.ts'
import type { MessageEvent } from '../delivery-event.ts'
import type { Placed } from './place-events.ts'

export type PlacedMessage = Placed<MessageEvent>

export interface StoredMessage {
  id: string
  message: PlacedMessage
  conversationId: string
}

/** As it is written down, its parts encrypted. */
export interface MessageRow extends StoredMessage {
  content: string
  context: string | null
  /** Under what it is filed, so that it goes where that goes. */
  identityId: string
  contactId: string
}

/**
 * Whether staff have to look at it: what a customer says now. Notices, what is shown on another message, and what
 * was said before the channel was connected are no news.
 */
export function isNews({ direction, origin, content }: MessageEvent): boolean {
  if (direction === 'outbound' || origin === 'history' || content.type === 'system') return false
  if (content.type === 'call') return content.targetExternalId === null && content.isByCustomer
  return !COMPANION_TYPES.includes(content.type)
}

/**
 * What the business sent elsewhere has left, whatever else is known of it; but of what was said before the channel was
 * connected only if its provider says so. Nothing here is ever `queued` or `sending`: then our sender would wait for it.
 */
export function statusOf({ direction, origin, status }: MessageEvent) {
  if (direction === 'inbound') return null
  return origin === 'history' ? status : (status ?? 'sent')
}
