import type { Simulation } from '../simulation.ts'
import type { Customer } from '../world/customer.ts'
import { advanceMessage, carryOn, isReachable } from './advance-message.ts'

/** Switches a phone on or off. What waited meanwhile arrives when it is on again. */
export function setOnline(simulation: Simulation, customer: Customer, online: boolean): void {
  customer.online = online
  simulation.store.changed({ kind: 'customer', customer })
  if (!online) return
  for (const message of simulation.store.messages.ofCustomer(customer.id)) {
    if (message.status === 'sent') carryOn(simulation, message)
  }
}

/** The customer opens a chat: everything that can have arrived in it is read. Returns how many messages were. */
export function openChat(simulation: Simulation, customer: Customer, phoneNumberId: string): number {
  const chat = simulation.store.messages.ofChat(phoneNumberId, customer.id)
  const unread = chat.filter(
    (message) =>
      message.direction === 'outbound' &&
      (message.status === 'delivered' || (message.status === 'sent' && isReachable(simulation, message))),
  )
  for (const message of unread) advanceMessage(simulation, message, 'read')
  return unread.length
}

/** Takes up every message that was on its way when the simulator stopped. */
export function resumePhones(simulation: Simulation): void {
  for (const message of simulation.store.world.messages) {
    if (message.direction === 'outbound') carryOn(simulation, message)
  }
}
