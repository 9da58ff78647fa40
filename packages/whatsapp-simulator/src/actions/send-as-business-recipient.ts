import { digitsOf, type NumberOwner } from '../accounts/account.ts'
import { GraphError } from '../graph/graph-error.ts'
import { callingCodeOf, isUserId, readRecipientPhone } from '../rules/phone-number.ts'
import type { SendRequest } from '../rules/send-request.ts'
import type { Customer } from '../world/customer.ts'
import type { CustomerIndex } from '../world/customer-index.ts'
import type { Message } from '../world/message.ts'

type Recipient = NonNullable<Message['recipient']>
type People = Pick<CustomerIndex, 'withPhone' | 'withUserId'>

/** Whom a send addresses. Throws for what is no address, and for the sender itself. */
export function readRecipient(people: People, owner: NumberOwner, request: SendRequest): Recipient {
  if (!request.to) {
    if (isUserId(request.recipient!)) return { userId: request.recipient! }
    throw new GraphError(131009, { details: "Parameter 'recipient' must be a business-scoped user id." })
  }
  if (isUserId(request.to)) throw new GraphError(131026)
  const known = (phone: string) => people.withPhone(phone) !== undefined
  const ownPhone = owner.number.displayPhoneNumber
  const phone = readRecipientPhone(request.to, callingCodeOf(ownPhone), known)
  if (!phone) throw new GraphError(131009, { details: "Parameter 'to' must be a phone number." })
  if (digitsOf(phone) === digitsOf(ownPhone) || digitsOf(request.to) === digitsOf(ownPhone))
    throw new GraphError(131021)
  return { phone }
}

export function findRecipient(
  people: People,
  { account }: NumberOwner,
  recipient: Recipient,
): Customer | null {
  const found =
    'phone' in recipient
      ? people.withPhone(recipient.phone)
      : people.withUserId(account.portfolio, recipient.userId)
  return found ?? null
}
