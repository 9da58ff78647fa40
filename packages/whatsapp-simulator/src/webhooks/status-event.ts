import { createHash } from 'node:crypto'
import { digitsOf, type NumberOwner } from '../accounts/account.ts'
import type { Step } from '../rules/message-status.ts'
import { type Customer, waId } from '../world/customer.ts'
import type { Message } from '../world/message.ts'
import { knownIn } from '../world/user-id.ts'
import { contactPayload, unixSeconds } from './contact-payload.ts'
import type { WebhookEvent } from './webhook-event.ts'

export type ReportedStatus = Step | 'failed'

const ERRORS_PAGE = 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/'

/**
 * Pricing travels with sent and delivered, not with read and played. A failed one names no contact, and no user id when the
 * business had addressed a phone. `addressee` is null when nobody with that address is on WhatsApp.
 */
export function statusEvent(
  owner: NumberOwner,
  addressee: Customer | null,
  message: Message,
  status: ReportedStatus,
  at: string,
): WebhookEvent {
  const customer = addressee && knownIn(owner.account.portfolio, addressee)
  const addressedPhone =
    message.recipient && 'phone' in message.recipient ? message.recipient.phone.slice(1) : null
  const recipientId = addressedPhone ?? (customer ? waId(customer) : null)
  const userId =
    message.recipient && 'userId' in message.recipient ? message.recipient.userId : customer?.userId
  const showsUser = userId !== undefined && !(status === 'failed' && addressedPhone)
  const withPricing = message.pricing && (status === 'sent' || status === 'delivered')
  return {
    wabaId: owner.account.wabaId,
    phoneNumberId: owner.number.id,
    displayPhoneNumber: digitsOf(owner.number.displayPhoneNumber),
    kind: 'statuses',
    contact:
      customer && status !== 'failed' ? contactPayload(customer, { withUsername: status !== 'sent' }) : null,
    item: {
      id: message.wamid,
      status,
      timestamp: unixSeconds(at),
      ...(recipientId ? { recipient_id: recipientId } : {}),
      ...(showsUser ? { recipient_user_id: userId } : {}),
      ...(message.callbackData ? { biz_opaque_callback_data: message.callbackData } : {}),
      ...(withPricing ? { pricing: message.pricing } : {}),
      ...(withPricing && message.freeEntryUntil
        ? { conversation: freeEntry(message, message.freeEntryUntil) }
        : {}),
      ...(status === 'failed' && message.error
        ? {
            errors: [
              {
                code: message.error.code,
                title: message.error.title,
                message: message.error.title,
                error_data: { details: message.error.details },
                href: ERRORS_PAGE,
              },
            ],
          }
        : {}),
    },
  }
}

/** Since it charges by message Meta tells of a conversation only where it is a free one. */
function freeEntry({ phoneNumberId, customerId }: Message, until: string) {
  const id = createHash('md5').update(`${phoneNumberId}:${customerId}:${until}`).digest('hex')
  return { id, expiration_timestamp: unixSeconds(until), origin: { type: 'referral_conversion' } }
}
