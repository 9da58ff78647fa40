import { GraphError } from '../graph/graph-error.ts'
import type { Customer } from '../world/customer.ts'
import type { MessageIndex } from '../world/message-index.ts'

/**
 * A business can ask for a message to go only to the identity it knows. Throws 137000 where the customer has told it
 * of another one since (`customer_identity_changed`); while nothing was told, any hash is taken.
 */
export function checkIdentity(
  messages: Pick<MessageIndex, 'ofChat'>,
  hash: string | null,
  { phoneNumberId, customer }: { phoneNumberId: string; customer: Customer | null },
): void {
  if (!hash || !customer) return
  const told = messages.ofChat(phoneNumberId, customer.id).flatMap(({ content }) => {
    const identity = content.type === 'system' ? content.payload.identity : undefined
    return identity ? [(identity as { hash: string }).hash] : []
  })
  if (told.length > 0 && told.at(-1) !== hash) throw new GraphError(137000)
}
