import type { Channel, Contact } from '../inbox/model/conversation.ts'
import type { Message } from '../inbox/model/message.ts'

/** A message of which nobody knows whether it went out, as `GET /messages/unsettled` lists it. */
export type Unsettled = {
  message: Message
  conversation: { id: string; contact: Contact; channel: Channel }
  unknownSince: string
}

export type UnsettledPage = { items: Unsettled[]; nextCursor: string | null; total: number }

/** As many as one request may settle. */
export const mostAtOnce = 200
