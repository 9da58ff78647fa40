import { digitsOf, type NumberOwner } from '../accounts/account.ts'
import { type Customer, waId } from '../world/customer.ts'
import type { Message } from '../world/message.ts'
import { userIdIn } from '../world/user-id.ts'
import { unixSeconds } from './contact-payload.ts'
import { listedEvent } from './listed-event.ts'
import type { ListedEvent } from './webhook-event.ts'
import { wireContent } from './wire-content.ts'

/** `quotedIsInbound`: whether the quoted message was written by the customer; null when nothing is quoted. */
export function inboundEvent(
  owner: NumberOwner,
  customer: Customer,
  message: Message,
  quotedIsInbound: boolean | null,
): ListedEvent {
  const phone = waId(customer)
  const userId = userIdIn(owner.account.portfolio, customer)
  const business = digitsOf(owner.number.displayPhoneNumber)
  const context = contextOf(message, quotedIsInbound ? (phone ?? userId) : business)
  // Meta names nobody beside what a phone reports by itself.
  const contact = message.content.type === 'system' ? null : customer
  return listedEvent(owner, 'messages', contact, {
    ...(context ? { context } : {}),
    ...(message.origin?.referral ? { referral: message.origin.referral } : {}),
    ...(phone ? { from: phone } : {}),
    from_user_id: userId,
    id: message.wamid,
    timestamp: unixSeconds(message.sentAt),
    ...wireContent(message.content),
  })
}

function contextOf(message: Message, quotedFrom: string): Record<string, unknown> | null {
  const { forwarded, frequentlyForwarded, referredProduct } = message.origin ?? {}
  const context = {
    ...(frequentlyForwarded ? { frequently_forwarded: true } : forwarded ? { forwarded: true } : {}),
    ...(message.contextWamid || referredProduct ? { from: quotedFrom } : {}),
    ...(message.contextWamid ? { id: message.contextWamid } : {}),
    ...(referredProduct
      ? {
          referred_product: {
            catalog_id: referredProduct.catalogId,
            product_retailer_id: referredProduct.productRetailerId,
          },
        }
      : {}),
  }
  return Object.keys(context).length > 0 ? context : null
}
