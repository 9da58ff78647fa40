import type { NumberOwner } from '../accounts/account.ts'
import { offered } from '../rules/free-entry.ts'
import { opensWindow } from '../rules/opens-window.ts'
import { latestInbound, windowKey } from '../rules/window.ts'
import { isoNow, type Simulation } from '../simulation.ts'
import { inboundEvent } from '../webhooks/inbound-event.ts'
import type { ListedEvent } from '../webhooks/webhook-event.ts'
import type { Customer } from '../world/customer.ts'
import type { Message } from '../world/message.ts'
import type { MessageOrigin } from '../world/message-origin.ts'
import { createWamid } from '../world/wamid.ts'
import type { ContentWithFiles } from './attach-file.ts'
import { isBlockedBy } from './block-users.ts'

export type CustomerMessage = ContentWithFiles & {
  sentAt?: string | undefined
  contextWamid?: string | undefined
  origin?: MessageOrigin | undefined
}

/** A customer writes. `sentAt` in the past stands for a phone that was without a network until now. */
export function sendAsCustomer(
  simulation: Simulation,
  owner: NumberOwner,
  customer: Customer,
  input: CustomerMessage,
): Message {
  const { message, event } = writeDown(simulation, owner, customer, input)
  if (event) simulation.dispatcher.publish(event)
  return message
}

/** What sending does to the world, and what is to be told of it: nothing where the business blocked them. */
export function writeDown(
  simulation: Simulation,
  owner: NumberOwner,
  customer: Customer,
  input: CustomerMessage,
): { message: Message; event: ListedEvent | null } {
  const { store, clock } = simulation
  const now = isoNow(clock)
  const message: Message = {
    wamid: createWamid(),
    direction: 'inbound',
    wabaId: owner.account.wabaId,
    phoneNumberId: owner.number.id,
    customerId: customer.id,
    recipient: null,
    content: input.content,
    ...(input.files ? { files: input.files } : {}),
    contextWamid: input.contextWamid ?? null,
    callbackData: null,
    sentAt: input.sentAt ?? now,
    createdAt: now,
    status: 'pending',
    history: [{ status: 'pending', at: now }],
    error: null,
    pricing: null,
    ...(input.origin ? { origin: input.origin } : {}),
  }
  // What Meta says of somebody comes all the same.
  if (message.content.type !== 'system' && isBlockedBy(owner, customer)) {
    store.addMessage(message)
    return { message, event: null }
  }
  if (opensWindow(message.content.type)) {
    openWindow(simulation, owner.number.id, customer, message.sentAt)
    offerFreeEntry(simulation, owner.number.id, customer, message)
    // Writing to a business one has blocked unblocks it, as on a real phone.
    if (customer.blockedNumbers.includes(owner.number.id))
      setBlocked(simulation, customer, owner.number.id, false)
  }
  store.addMessage(message)
  const quoted = message.contextWamid ? store.message(message.contextWamid) : undefined
  const quotedIsInbound = quoted ? quoted.direction === 'inbound' : null
  return { message, event: inboundEvent(owner, customer, message, quotedIsInbound) }
}

/** From a message or a call of the customer on, the business may write freely for a day. */
export function openWindow(
  { store }: Simulation,
  phoneNumberId: string,
  customer: Customer,
  at: string,
): void {
  const key = windowKey(phoneNumberId, customer.id)
  store.world.lastInboundAt[key] = latestInbound(store.world.lastInboundAt[key], Date.parse(at))
}

/** Who comes from an advertisement costs the business nothing for a while, once it answers. */
function offerFreeEntry(
  { store: { world } }: Simulation,
  phoneNumberId: string,
  customer: Customer,
  { origin, sentAt }: Message,
): void {
  const key = windowKey(phoneNumberId, customer.id)
  const entry = offered(world.freeEntries[key], origin?.referral, Date.parse(sentAt))
  if (entry) world.freeEntries[key] = entry
}

export function setBlocked(
  simulation: Simulation,
  customer: Customer,
  phoneNumberId: string,
  blocked: boolean,
): void {
  const others = customer.blockedNumbers.filter((id) => id !== phoneNumberId)
  customer.blockedNumbers = blocked ? [...others, phoneNumberId] : others
  simulation.store.changed({ kind: 'customer', customer })
}
