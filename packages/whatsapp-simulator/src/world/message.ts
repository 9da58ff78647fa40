import type { TemplateButton } from '../accounts/template.ts'
import type { TemplateState } from '../accounts/template-state.ts'
import type { Pricing } from '../rules/pricing.ts'
import type { MessageFile } from './media.ts'
import type { MessageOrigin } from './message-origin.ts'

/** Meta's message types, in both directions, that carry neither plain text nor a template. */
export type PayloadType =
  | 'image'
  | 'video'
  | 'audio'
  | 'document'
  | 'sticker'
  | 'location'
  | 'contacts'
  | 'reaction'
  | 'interactive'
  | 'button'
  | 'order'
  | 'system'
  | 'pin'
  | 'edit'
  | 'revoke'
  | 'unsupported'
  | 'media_placeholder'

/**
 * `payload` is Meta's wire object under the key that has the type's name, in the shape of the message's direction:
 * image, video, audio, document, sticker `{id or link, caption?, filename?, voice?, mime_type?, sha256?, animated?}`;
 * location `{latitude, longitude, name?, address?, url?}`; reaction `{message_id, emoji}` (an empty or missing emoji
 * takes the reaction away); interactive as sent (`{type, body, action, …}`) or as answered (`{type: 'button_reply',
 * button_reply: {…}}`); button `{text, payload}`; order, system, pin, edit, revoke likewise.
 * Only two differ, because the wire has an array there: contacts is `{contacts: […]}`, and unsupported
 * `{type?, errors: […]}`, whose errors stand beside the key on the wire.
 */
export type PayloadContent = { type: PayloadType; payload: Record<string, unknown> }

export type TemplateContent = {
  type: 'template'
  name: string
  language: string
  category: string
  rendered: { header: string | null; body: string; footer: string | null; buttons: string[] }
  /** The template's own buttons, and the components as the business sent them: what the phone shows and answers with. */
  buttons: TemplateButton[]
  components: Record<string, unknown>[]
}

export type MessageContent = { type: 'text'; body: string } | TemplateContent | PayloadContent

/**
 * Outbound (business to customer): accepted -> sent -> delivered -> read -> played (a voice message only), or failed.
 * Inbound (customer to business): pending until the webhook was answered 200, then acknowledged, then read
 * when the business sends its read receipt.
 */
export type MessageStatus =
  | 'accepted'
  | 'sent'
  | 'delivered'
  | 'read'
  | 'played'
  | 'failed'
  | 'pending'
  | 'acknowledged'

export type Message = {
  wamid: string
  direction: 'inbound' | 'outbound'
  wabaId: string
  phoneNumberId: string
  /** Null when the business wrote to somebody who is not on WhatsApp. */
  customerId: string | null
  /** What the business addressed: a phone in E.164 or a BSUID; null for inbound. */
  recipient: { phone: string } | { userId: string } | null
  content: MessageContent
  /** What its ids and links stand for; a link only once it has been fetched. */
  files?: MessageFile[]
  contextWamid: string | null
  /** Only of a customer's message that did not simply come from their keyboard. */
  origin?: MessageOrigin
  callbackData: string | null
  /** The message's own time (ISO), which may lie in the past for a late inbound message. */
  sentAt: string
  createdAt: string
  status: MessageStatus
  /** `isTold`: the business has answered 200 to the webhook that said so. */
  history: { status: MessageStatus; at: string; isTold?: true }[]
  error: { code: number; title: string; details: string } | null
  pricing: Pricing | null
  /** Sent while nothing cost anything, because the customer had come from an advertisement: until when, as ISO. */
  freeEntryUntil?: string
  /** Accepted, and whoever sent it was not told: the answer was dropped, or nobody waited for it any more. */
  isUnanswered?: true
  /** Sent while the customer had blocked the number: it stays away, whatever they do later. */
  wasBlocked?: true
  /** Meta has accepted it and keeps it back, as its template's messages are. */
  held?: Exclude<TemplateState['messageStatus'], 'accepted'>
}
