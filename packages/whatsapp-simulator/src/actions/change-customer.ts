import { SimError } from '../sim/sim-error.ts'
import type { CustomerChange } from '../sim/sim-schemas.ts'
import type { Simulation } from '../simulation.ts'
import type { Customer } from '../world/customer.ts'
import { setBlocked } from './send-as-customer.ts'
import { setOnline } from './use-phone.ts'

/**
 * Changes how a customer is, without telling any business; `block` and `unblock` name numbers that exist.
 * Throws 409 for a taken username, 400 when nothing would be left that a business could know the customer by.
 */
export function changeCustomer(simulation: Simulation, customer: Customer, change: CustomerChange): void {
  const { name, username = customer.username, marketingStopped, oldClient } = change
  const phoneHidden = change.phoneHidden ?? customer.phoneHidden
  const others = simulation.store.world.customers.filter((other) => other !== customer)
  if (username && others.some((other) => other.username === username))
    throw new SimError(409, 'taken', 'Somebody has this username already.')
  if (!username && (phoneHidden || !customer.phone))
    throw new SimError(400, 'username_needed', 'Only somebody with a username can show no number.')
  if (name) customer.name = name
  customer.username = username
  customer.phoneHidden = phoneHidden
  customer.marketingStopped = marketingStopped ?? customer.marketingStopped
  customer.oldClient = oldClient ?? customer.oldClient
  if (change.block) setBlocked(simulation, customer, change.block, true)
  if (change.unblock) setBlocked(simulation, customer, change.unblock, false)
  setOnline(simulation, customer, change.online ?? customer.online)
}
