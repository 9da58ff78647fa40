import type { MessageContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content'
import type {
  DeliveryEvent,
  EventAddress,
  SenderIdentity,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/delivery-event'
import { message as messageSchema, type WebhookContact, type WebhookMessage } from './envelope.ts'

/** Notices and afterthoughts: nothing that the person wrote now, so the 24 hours do not start anew. */
const OPENS_NO_WINDOW = new Set(['system', 'edit', 'revoke'])

/** Null for what cannot be read, or cannot be filed under one person. */
export function readMessage(
  raw: unknown,
  contacts: WebhookContact[],
  address: EventAddress,
): DeliveryEvent | null {
  const parsed = messageSchema.safeParse(raw)
  if (!parsed.success) return null
  const message = parsed.data
  // What is said in a group belongs to the group, not to the thread with the member who said it.
  if (message.group_id) return { kind: 'other', field: 'messages.group', ...address }
  const sender = senderOf(message, contacts)
  if (!sender.phone && !sender.userId) return null
  return {
    kind: 'message',
    ...address,
    externalMessageId: message.id,
    sender,
    sentAt: message.timestamp,
    content: contentOf(message, raw),
    replyToExternalId: message.context?.id ?? null,
    opensWindow: !OPENS_NO_WINDOW.has(message.type),
  }
}

/**
 * Who wrote. The phone is left out where the person hides it; the business-scoped user id is always there since
 * April 2026. The profile is taken from the contact with the same identity only: in a batch the first one need
 * not be the sender.
 */
function senderOf(message: WebhookMessage, contacts: WebhookContact[]): SenderIdentity {
  const profile = contacts.find(
    (one) =>
      (message.from !== undefined && one.wa_id === message.from) ||
      (message.from_user_id !== undefined && one.user_id === message.from_user_id),
  )
  return {
    phone: phoneOf(message.from ?? profile?.wa_id),
    userId: message.from_user_id || profile?.user_id || null,
    username: profile?.profile?.username?.replace(/^@/, '') || null,
    displayName: profile?.profile?.name || null,
  }
}

/** Meta's `wa_id` is an international number without the plus. Kept digit for digit. */
function phoneOf(waId: string | undefined): string | null {
  return waId !== undefined && /^\d{7,15}$/.test(waId) ? `+${waId}` : null
}

function contentOf(message: WebhookMessage, raw: unknown): MessageContent {
  if (message.type === 'text' && message.text) return { type: 'text', text: message.text.body }
  const [error] = message.errors ?? []
  return {
    type: 'unsupported',
    kind: message.type,
    reason: error ? (error.error_data?.details ?? error.message ?? error.title ?? null) : null,
    text: captionOf(message),
    payload: raw,
  }
}

/** The words in a message of a kind that is not shown in full yet. */
function captionOf(message: WebhookMessage): string | null {
  const part = message[message.type]
  if (typeof part !== 'object' || part === null) return null
  const { caption, text, title, emoji, name, filename } = part as Record<string, unknown>
  const reply = Object.values(part).find(
    (value) => typeof value === 'object' && value !== null && 'title' in value,
  )
  const words = [
    caption,
    text,
    title,
    emoji,
    (reply as { title?: unknown } | undefined)?.title,
    name,
    filename,
  ]
  return words.find((word): word is string => typeof word === 'string' && word !== '') ?? null
}
