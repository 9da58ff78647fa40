import { digitsOf, type NumberOwner } from '../accounts/account.ts'
import { type Customer, waId } from '../world/customer.ts'
import type { Message } from '../world/message.ts'
import { contactPayload, unixSeconds } from './contact-payload.ts'
import type { WebhookEvent } from './webhook-event.ts'

/** `quotedIsInbound`: whether the quoted message was written by the customer; null when nothing is quoted. */
export function inboundEvent(
  owner: NumberOwner,
  customer: Customer,
  message: Message,
  quotedIsInbound: boolean | null,
): WebhookEvent {
  if (message.content.type !== 'text') throw new Error(`A customer cannot send a ${message.content.type}`)
  const phone = waId(customer)
  const business = digitsOf(owner.number.displayPhoneNumber)
  return {
    wabaId: owner.account.wabaId,
    phoneNumberId: owner.number.id,
    displayPhoneNumber: business,
    kind: 'messages',
    contact: contactPayload(customer, { withUsername: true }),
    item: {
      ...(message.contextWamid
        ? {
            context: {
              from: quotedIsInbound ? (phone ?? customer.userId) : business,
              id: message.contextWamid,
            },
          }
        : {}),
      ...(phone ? { from: phone } : {}),
      from_user_id: customer.userId,
      id: message.wamid,
      timestamp: unixSeconds(message.sentAt),
      text: { body: message.content.body },
      type: 'text',
    },
  }
}
