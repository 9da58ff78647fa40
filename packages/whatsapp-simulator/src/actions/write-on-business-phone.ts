import { digitsOf, type NumberOwner } from '../accounts/account.ts'
import { isoNow, type Simulation } from '../simulation.ts'
import { unixSeconds } from '../webhooks/contact-payload.ts'
import { listedEvent } from '../webhooks/listed-event.ts'
import { wireContent } from '../webhooks/wire-content.ts'
import { type Customer, waId } from '../world/customer.ts'
import type { Message } from '../world/message.ts'
import { userIdIn } from '../world/user-id.ts'
import { createWamid } from '../world/wamid.ts'
import type { ContentWithFiles } from './attach-file.ts'

/** Somebody at the business writes in the WhatsApp Business app: no window is needed or opened, and no status follows. */
export function writeOnBusinessPhone(
  simulation: Simulation,
  owner: NumberOwner,
  customer: Customer,
  input: ContentWithFiles & { sentAt?: string | undefined },
): Message {
  const message = writtenOnPhone(owner, customer, input, input.sentAt ?? isoNow(simulation.clock))
  simulation.store.addMessage(message)
  const phone = waId(customer)
  const item = {
    from: digitsOf(owner.number.displayPhoneNumber),
    ...(phone ? { to: phone } : {}),
    to_user_id: userIdIn(owner.account.portfolio, customer),
    id: message.wamid,
    timestamp: unixSeconds(message.sentAt),
    ...wireContent(message.content),
  }
  simulation.dispatcher.publish(listedEvent(owner, 'message_echoes', customer, item))
  return message
}

/** It is `read` from the start, as statuses are told only of what the API sent. */
export function writtenOnPhone(
  owner: NumberOwner,
  customer: Customer,
  { content, files }: ContentWithFiles,
  at: string,
): Message {
  return {
    wamid: createWamid(),
    direction: 'outbound',
    wabaId: owner.account.wabaId,
    phoneNumberId: owner.number.id,
    customerId: customer.id,
    recipient: { userId: userIdIn(owner.account.portfolio, customer) },
    content,
    ...(files ? { files } : {}),
    contextWamid: null,
    callbackData: null,
    sentAt: at,
    createdAt: at,
    status: 'read',
    history: [{ status: 'read', at }],
    error: null,
    pricing: null,
  }
}
