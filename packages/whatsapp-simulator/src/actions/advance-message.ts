import { findNumber } from '../accounts/account.ts'
import { knownError } from '../graph/error-catalogue.ts'
import { isStoppedMarketing } from '../rules/marketing.ts'
import { type Step, stepsTo } from '../rules/message-status.ts'
import { isTooNewFor } from '../rules/old-client.ts'
import { isoNow, type Simulation } from '../simulation.ts'
import { statusEvent } from '../webhooks/status-event.ts'
import type { Customer } from '../world/customer.ts'
import type { Message } from '../world/message.ts'
import { whenFilesAreThere } from './files-of-send.ts'

const SENT_AFTER_MS = 40
const DELIVERED_AFTER_MS = 350
const MEDIA_UPLOAD_ERROR = 131053

/**
 * Lets Meta's side of an accepted message run: sent, then delivered when the phone is on and nobody is blocked.
 * What is held stays where it is.
 */
export function carryOn(simulation: Simulation, message: Message): void {
  if (message.held) return
  if (message.status === 'accepted') {
    simulation.clock.schedule(SENT_AFTER_MS, () => {
      const code = undeliverable(simulation, message)
      if (code !== null) return failMessage(simulation, message, code)
      whenFilesAreThere(simulation, message, (problem) => {
        if (problem) return failMessage(simulation, message, MEDIA_UPLOAD_ERROR, problem)
        advanceMessage(simulation, message, 'sent')
        carryOn(simulation, message)
      })
    })
  } else if (message.status === 'sent') {
    simulation.clock.schedule(DELIVERED_AFTER_MS, () => {
      if (isReachable(simulation, message)) advanceMessage(simulation, message, 'delivered')
    })
  }
}

/**
 * Moves an outbound message forward and tells the business about each step; does nothing when it is further already,
 * or held.
 */
export function advanceMessage(simulation: Simulation, message: Message, target: Step): void {
  const { accounts, store, clock, dispatcher } = simulation
  const owner = findNumber(accounts, message.phoneNumberId)
  const customer = customerOf(simulation, message)
  if (message.held) return
  if (message.direction !== 'outbound' || !owner || store.message(message.wamid) !== message) return
  for (const status of stepsTo(message.status, target)) {
    const at = isoNow(clock)
    message.status = status
    message.history.push({ status, at })
    store.changed({ kind: 'message', message })
    // Of a reaction Meta only tells that it was sent.
    if (message.content.type === 'reaction' && status !== 'sent') continue
    dispatcher.publish(statusEvent(owner, customer, message, status, at))
  }
}

export function isReachable(simulation: Simulation, message: Message): boolean {
  const customer = customerOf(simulation, message)
  const isBlocked = message.wasBlocked || customer?.blockedNumbers.includes(message.phoneNumberId)
  return customer?.online === true && !isBlocked
}

export function customerOf(simulation: Simulation, message: Message): Customer | null {
  return (message.customerId && simulation.store.people.withId(message.customerId)) || null
}

// Meta accepts a message to anybody and only then finds out that nobody is there, or does not want or cannot show it.
function undeliverable(simulation: Simulation, message: Message): number | null {
  const customer = customerOf(simulation, message)
  if (!customer || isTooNewFor(message.content, customer)) return 131026
  return isStoppedMarketing(message.content, customer) ? 131050 : null
}

/** Ends a message that was accepted with one of Meta's codes. */
export function failMessage(simulation: Simulation, message: Message, code: number, given?: string): void {
  const owner = findNumber(simulation.accounts, message.phoneNumberId)
  if (!owner || simulation.store.message(message.wamid) !== message) return
  const at = isoNow(simulation.clock)
  message.status = 'failed'
  const { title, details = title } = knownError(code)
  message.error = { code, title, details: given ?? details }
  message.history.push({ status: 'failed', at })
  simulation.store.changed({ kind: 'message', message })
  simulation.dispatcher.publish(statusEvent(owner, customerOf(simulation, message), message, 'failed', at))
}
