import type { Recipient } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/send-content'
import type { OutboundContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/message-content'
import { toWire } from '../content/to-wire.ts'

export interface MessageAddress {
  recipient: Recipient
  replyToExternalId: string | null
  /** Meta takes up to 512 characters and gives them back in every status. */
  callbackData: string
}

/** The body of `POST /{phone-number-id}/messages`. */
export function messageBody(
  { recipient, replyToExternalId, callbackData }: MessageAddress,
  content: OutboundContent,
): Record<string, unknown> {
  // A reaction names its message itself, and Meta takes no quotation beside that.
  const quotes = replyToExternalId !== null && content.type !== 'reaction'
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    ...addressee(recipient),
    ...(quotes ? { context: { message_id: replyToExternalId } } : {}),
    ...(callbackData ? { biz_opaque_callback_data: callbackData } : {}),
    ...toWire(content),
  }
}

/**
 * A phone goes into `to` with its plus, else Meta puts the business's own country code in front. A user id goes
 * into `recipient` and never into `to`, which Meta answers with 131026.
 */
function addressee({ phone, userId }: Recipient): { to: string } | { recipient: string } {
  if (phone) return { to: phone }
  if (userId) return { recipient: userId }
  throw new Error('A message needs a phone or a user id to go to')
}
