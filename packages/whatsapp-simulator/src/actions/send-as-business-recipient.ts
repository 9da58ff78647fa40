import { digitsOf, type NumberOwner } from '../accounts/account.ts'
import { GraphError } from '../graph/graph-error.ts'
import { callingCodeOf, isUserId, readRecipientPhone } from '../rules/phone-number.ts'
import type { SendRequest } from '../rules/send-request.ts'
import type { Customer } from '../world/customer.ts'
import type { Message } from '../world/message.ts'
import { userIdIn } from '../world/user-id.ts'

type Recipient = NonNullable<Message['recipient']>

/** Whom a send addresses. Throws for what is no address, and for the sender itself. */
export function readRecipient(customers: Customer[], owner: NumberOwner, request: SendRequest): Recipient {
  if (!request.to) {
    if (isUserId(request.recipient!)) return { userId: request.recipient! }
    throw new GraphError(131009, { details: "Parameter 'recipient' must be a business-scoped user id." })
  }
  if (isUserId(request.to)) throw new GraphError(131026)
  const known = (phone: string) => customers.some((customer) => customer.phone === phone)
  const ownPhone = owner.number.displayPhoneNumber
  const phone = readRecipientPhone(request.to, callingCodeOf(ownPhone), known)
  if (!phone) throw new GraphError(131009, { details: "Parameter 'to' must be a phone number." })
  if (digitsOf(phone) === digitsOf(ownPhone) || digitsOf(request.to) === digitsOf(ownPhone))
    throw new GraphError(131021)
  return { phone }
}

export function findRecipient(
  customers: Customer[],
  { account }: NumberOwner,
  recipient: Recipient,
): Customer | null {
  const found = customers.find((customer) =>
    'phone' in recipient
      ? customer.phone === recipient.phone
      : userIdIn(account.portfolio, customer) === recipient.userId,
  )
  return found ?? null
}
