import type { Pricing } from '../rules/pricing.ts'

export type MessageContent =
  | { type: 'text'; body: string }
  | {
      type: 'template'
      name: string
      language: string
      category: string
      rendered: { header: string | null; body: string; footer: string | null; buttons: string[] }
    }

/**
 * Outbound (business to customer): accepted -> sent -> delivered -> read, or failed.
 * Inbound (customer to business): pending until the webhook was answered 200, then acknowledged, then read
 * when the business sends its read receipt.
 */
export type MessageStatus = 'accepted' | 'sent' | 'delivered' | 'read' | 'failed' | 'pending' | 'acknowledged'

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
  contextWamid: string | null
  callbackData: string | null
  /** The message's own time (ISO), which may lie in the past for a late inbound message. */
  sentAt: string
  createdAt: string
  status: MessageStatus
  history: { status: MessageStatus; at: string }[]
  error: { code: number; title: string; details: string } | null
  pricing: Pricing | null
}
