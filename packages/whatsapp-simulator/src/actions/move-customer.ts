import type { NumberOwner } from '../accounts/account.ts'
import { SimError } from '../sim/sim-error.ts'
import { isoNow, type Simulation } from '../simulation.ts'
import { unixTime } from '../webhooks/contact-payload.ts'
import { listedEvent } from '../webhooks/listed-event.ts'
import { type Customer, waId } from '../world/customer.ts'
import type { Message } from '../world/message.ts'
import { userIdIn } from '../world/user-id.ts'
import { newUserId } from './create-customer.ts'
import { sendAsCustomer } from './send-as-customer.ts'

/** The customer moves to another phone number and the business is told by a system message. Throws 409 for a taken one. */
export function changeNumber(
  simulation: Simulation,
  owner: NumberOwner,
  customer: Customer,
  change: { wa_id: string; body?: string | undefined },
): Message {
  const phone = `+${change.wa_id}`
  const known = simulation.store.people.withPhone(phone)
  if (known && known !== customer) throw new SimError(409, 'taken', 'Somebody has this phone already.')
  const before = waId(customer) ?? userIdIn(owner.account.portfolio, customer)
  const body = change.body ?? `User ${customer.name} changed from ${before} to ${change.wa_id}`
  const payload = { body, wa_id: change.wa_id, type: 'user_changed_number' }
  const message = sendAsCustomer(simulation, owner, customer, { content: { type: 'system', payload } })
  customer.phone = phone
  simulation.store.changed({ kind: 'customer', customer })
  return message
}

/** Meta gives the customer another user id, as after a change of number, and says so in two fields. */
export function changeUserId(
  simulation: Simulation,
  owner: NumberOwner,
  customer: Customer,
): { message: Message; previous: string } {
  const before = { ...customer }
  customer.userId = newUserId(customer.userId.split('.')[0]!)
  simulation.store.changed({ kind: 'customer', customer })
  const message = tellNewUserId(simulation, owner, before, customer)
  return { message, previous: userIdIn(owner.account.portfolio, before) }
}

/** Tells one number of a customer's new user id: a system message from the id it knows, and `user_id_update`. */
export function tellNewUserId(
  simulation: Simulation,
  owner: NumberOwner,
  before: Customer,
  after: Customer,
): Message {
  const [previous, current] = [before, after].map((one) => userIdIn(owner.account.portfolio, one))
  const phone = waId(after)
  const wa = phone ? { wa_id: phone } : {}
  const body = `User ${after.name} changed from ${previous} to ${current}`
  const payload = { body, user_id: current, ...wa, type: 'user_changed_user_id' }
  const message = sendAsCustomer(simulation, owner, before, { content: { type: 'system', payload } })
  const item = {
    ...wa,
    detail: 'User ID has been updated',
    user_id: { previous, current },
    timestamp: unixTime(isoNow(simulation.clock)),
  }
  simulation.dispatcher.publish(listedEvent(owner, 'user_id_update', after, item))
  return message
}
