import type { NumberOwner } from '../accounts/account.ts'
import { latestInbound, windowKey } from '../rules/window.ts'
import { isoNow, type Simulation } from '../simulation.ts'
import { inboundEvent } from '../webhooks/inbound-event.ts'
import type { Customer } from '../world/customer.ts'
import type { Message } from '../world/message.ts'
import { createWamid } from '../world/wamid.ts'

export type CustomerText = { text: string; sentAt?: string; contextWamid?: string }

/** A customer writes. `sentAt` in the past stands for a phone that was without a network until now. */
export function sendAsCustomer(
  simulation: Simulation,
  owner: NumberOwner,
  customer: Customer,
  input: CustomerText,
): Message {
  const { store, clock, dispatcher } = simulation
  const now = isoNow(clock)
  const message: Message = {
    wamid: createWamid(),
    direction: 'inbound',
    wabaId: owner.account.wabaId,
    phoneNumberId: owner.number.id,
    customerId: customer.id,
    recipient: null,
    content: { type: 'text', body: input.text },
    contextWamid: input.contextWamid ?? null,
    callbackData: null,
    sentAt: input.sentAt ?? now,
    createdAt: now,
    status: 'pending',
    history: [{ status: 'pending', at: now }],
    error: null,
    pricing: null,
  }
  const key = windowKey(owner.number.id, customer.id)
  store.world.lastInboundAt[key] = latestInbound(store.world.lastInboundAt[key], Date.parse(message.sentAt))
  store.addMessage(message)
  // Writing to a business one has blocked unblocks it, as on a real phone.
  if (customer.blockedNumbers.includes(owner.number.id))
    setBlocked(simulation, customer, owner.number.id, false)
  const quoted = message.contextWamid ? store.message(message.contextWamid) : undefined
  dispatcher.publish(inboundEvent(owner, customer, message, quoted ? quoted.direction === 'inbound' : null))
  return message
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
