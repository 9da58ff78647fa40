import { digitsOf, type NumberOwner } from '../accounts/account.ts'
import type { Customer } from '../world/customer.ts'
import { knownIn } from '../world/user-id.ts'
import { contactPayload } from './contact-payload.ts'
import type { ListedEvent } from './webhook-event.ts'

/** One item of a list about this number, beside the customer it concerns, if any. */
export function listedEvent(
  owner: NumberOwner,
  kind: ListedEvent['kind'],
  customer: Customer | null,
  item: ListedEvent['item'],
): ListedEvent {
  return {
    wabaId: owner.account.wabaId,
    phoneNumberId: owner.number.id,
    displayPhoneNumber: digitsOf(owner.number.displayPhoneNumber),
    kind,
    contact: customer && contactPayload(knownIn(owner.account.portfolio, customer), { withUsername: true }),
    item,
  }
}
