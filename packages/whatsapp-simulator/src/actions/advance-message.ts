import { findNumber } from '../accounts/account.ts'
import { stepsTo } from '../rules/message-status.ts'
import { isoNow, type Simulation } from '../simulation.ts'
import { statusEvent } from '../webhooks/status-event.ts'
import type { Customer } from '../world/customer.ts'
import type { Message } from '../world/message.ts'

const SENT_AFTER_MS = 40
const DELIVERED_AFTER_MS = 350

/** Lets Meta's side of an accepted message run: sent, then delivered when the phone is on and nobody is blocked. */
export function carryOn(simulation: Simulation, message: Message): void {
  if (message.status === 'accepted') {
    simulation.clock.schedule(SENT_AFTER_MS, () => {
      if (!message.customerId) return failMessage(simulation, message)
      advanceMessage(simulation, message, 'sent')
      carryOn(simulation, message)
    })
  } else if (message.status === 'sent') {
    simulation.clock.schedule(DELIVERED_AFTER_MS, () => {
      if (isReachable(simulation, message)) advanceMessage(simulation, message, 'delivered')
    })
  }
}

/** Moves an outbound message forward and tells the business about each step; does nothing when it is further already. */
export function advanceMessage(
  simulation: Simulation,
  message: Message,
  target: 'sent' | 'delivered' | 'read',
): void {
  const { accounts, store, clock, dispatcher } = simulation
  const owner = findNumber(accounts, message.phoneNumberId)
  const customer = customerOf(simulation, message)
  if (message.direction !== 'outbound' || !owner || store.message(message.wamid) !== message) return
  for (const status of stepsTo(message.status, target)) {
    const at = isoNow(clock)
    message.status = status
    message.history.push({ status, at })
    store.changed({ kind: 'message', message })
    dispatcher.publish(statusEvent(owner, customer, message, status, at))
  }
}

export function isReachable(simulation: Simulation, message: Message): boolean {
  const customer = customerOf(simulation, message)
  return customer?.online === true && !customer.blockedNumbers.includes(message.phoneNumberId)
}

export function customerOf(simulation: Simulation, message: Message): Customer | null {
  return simulation.store.world.customers.find((customer) => customer.id === message.customerId) ?? null
}

// Meta accepts a message to anybody and only then finds out that nobody is there.
function failMessage(simulation: Simulation, message: Message): void {
  const owner = findNumber(simulation.accounts, message.phoneNumberId)
  if (!owner || simulation.store.message(message.wamid) !== message) return
  const at = isoNow(simulation.clock)
  message.status = 'failed'
  message.error = { code: 131026, title: 'Message undeliverable', details: 'Message Undeliverable.' }
  message.history.push({ status: 'failed', at })
  simulation.store.changed({ kind: 'message', message })
  simulation.dispatcher.publish(statusEvent(owner, null, message, 'failed', at))
}
