import type { ConversationDetail } from '../data/queries.ts'
import { post } from '../data/request.ts'

/** A person we know, or a number that we have never written to. */
export type Addressee = { contactId: string } | { phone: string }

/** The thread with a person, made where there is none; nothing is sent. */
export function openConversation(wanted: Addressee & { channelId?: string }): Promise<ConversationDetail> {
  return post('/conversations', wanted)
}
