import { randomUUID } from 'node:crypto'
import { findNumber, type NumberOwner } from '../accounts/account.ts'
import { SimError } from '../sim/sim-error.ts'
import type { Simulation } from '../simulation.ts'
import { type Customer, usualHabits, waId } from '../world/customer.ts'
import type { Message } from '../world/message.ts'
import { newUserId } from './create-customer.ts'
import { tellNewUserId } from './move-customer.ts'
import { sendAsCustomer } from './send-as-customer.ts'

/**
 * The customer moves to another number: Meta gives them another user id in every portfolio, and tells every number they
 * have a chat with of both. Throws 409 for a number that somebody has. Returns the system messages.
 */
export function changePhone(simulation: Simulation, customer: Customer, phone: string): Message[] {
  const { store } = simulation
  const owner = store.people.withPhone(phone)
  if (owner && owner !== customer) throw new SimError(409, 'taken', 'Somebody has this phone already.')
  const chats = chatsOf(simulation, customer)
  const before = { ...customer }
  const moves = chats.flatMap((owner) => systemMessageOfMove(simulation, owner, before, phone))
  Object.assign(customer, { phone, userId: newUserId(countryOf(before)) })
  store.changed({ kind: 'customer', customer })
  const renamings = chats.map((owner) => tellNewUserId(simulation, owner, before, customer))
  return [...moves, ...renamings]
}

/**
 * Somebody new gets a number that was another's: the same phone, another name and another user id. Who had it before has
 * none from then on and is offline. No business is told. Throws 409 where there is no number to take.
 */
export function takeOverPhone({ store }: Simulation, previous: Customer, name: string): Customer {
  const { phone } = previous
  if (!phone) throw new SimError(409, 'no_phone', 'This person has no number that somebody could take.')
  const customer: Customer = {
    id: randomUUID(),
    name,
    phone,
    username: null,
    userId: newUserId(countryOf(previous)),
    ...usualHabits,
    blockedNumbers: [],
  }
  Object.assign(previous, { phone: null, phoneHidden: false, online: false })
  store.world.customers.push(customer)
  store.changed({ kind: 'customer', customer: previous })
  store.changed({ kind: 'customer', customer })
  return customer
}

function systemMessageOfMove(
  simulation: Simulation,
  owner: NumberOwner,
  customer: Customer,
  phone: string,
): Message[] {
  const before = waId(customer)
  // Who hides the number does not tell the next one either.
  if (!before) return []
  const body = `User ${customer.name} changed from ${before} to ${phone.slice(1)}`
  const payload = { body, wa_id: phone.slice(1), type: 'user_changed_number' }
  return [sendAsCustomer(simulation, owner, customer, { content: { type: 'system', payload } })]
}

function chatsOf({ accounts, store }: Simulation, customer: Customer): NumberOwner[] {
  const own = store.messages.ofCustomer(customer.id)
  const numbers = new Set(own.map((message) => message.phoneNumberId))
  return [...numbers].flatMap((id) => findNumber(accounts, id) ?? [])
}

function countryOf({ userId }: Customer): string {
  return userId.split('.')[0]!
}
